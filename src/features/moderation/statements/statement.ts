import type { Role } from '../../../shared/auth/role.js';
import { Locale } from '../../../shared/errors/locale.js';
import { excerpt } from '../../../shared/text/excerpt.js';
import type { Decision } from '../decisions/decision.entity.js';
import { DecisionAct, type FoundBy } from '../decisions/decision.entity.js';
import type { ReviewKind } from '../reviews/review.entity.js';
import { en } from './statement.en.js';
import { coveredFacts } from './covered.words.js';
import { es } from './statement.es.js';
import { HELD } from './held.words.js';
import { it } from './statement.it.js';
import { type Statement, StatementPart } from './statement.type.js';

/** A decision with what its statement needs besides. */
export type StatementFacts = Pick<
  Decision,
  'kind' | 'act' | 'legalGround' | 'note' | 'foundBy' | 'flagCount' | 'automatic' | 'deciderRole' | 'effect'
> &
  Pick<Decision, 'endsAt' | 'createdAt' | 'appealUntil'> & {
    company: string;
    companySlug: string;
    rule: { title: string; text: string } | null;
    /** of the item; Markdown */
    words: string | null;
    itemPath: string | null;
    /** of a sanction without an end */
    openBecause: string | null;
  };

/** The facts as the sentences of a language need them: dates as they are written there. */
export interface Told {
  kind: ReviewKind;
  act: DecisionAct;
  /** whether others saw the item before */
  wasPublic: boolean;
  company: string;
  rule: { title: string; text: string } | null;
  legalGround: string | null;
  foundBy: FoundBy;
  flagCount: number;
  /** null: automatic */
  role: Role | null;
  decidedAt: string;
  endsAt: string | null;
  openBecause: string | null;
  appealUntil: string;
}

/** What a language says of each. */
export interface StatementWords {
  headings: Record<StatementPart, string>;
  title: (told: Told) => string;
  decision: (told: Told) => string;
  ground: (told: Told) => string[];
  noFacts: (told: Told) => string;
  origin: (told: Told) => string[];
  scope: (told: Told) => string[];
  redress: (told: Told) => string[];
}

const WORDS: Record<Locale, StatementWords> = { en, es, it };
const LONGEST_ITEM = 160;

/** Whether others saw what was decided about before it was. */
function wasPublic({ effect: { idea, comment } }: StatementFacts): boolean {
  const before = idea ?? comment;
  return !before || before.visibility === 'PUBLISHED' || (idea?.publishedAt ?? null) !== null;
}

function toldIn(locale: Locale, facts: StatementFacts): Told {
  const date = (at: Date | null) =>
    at && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
  const { deciderRole: role, createdAt, endsAt, appealUntil } = facts;
  return {
    ...facts,
    wasPublic: wasPublic(facts),
    role,
    decidedAt: date(createdAt)!,
    endsAt: date(endsAt),
    appealUntil: date(appealUntil)!,
  };
}

/** What whoever decided says of them, or what was covered without a person. */
function factsIn(locale: Locale, { note, act, automatic, effect }: StatementFacts): string[] | null {
  if (note) return note.split(/\n{2,}/);
  return automatic && act === DecisionAct.MASK ? coveredFacts(locale, effect) : null;
}

/** The statement of reasons: one text for the page and the mail, in the author's language. */
export function composeStatement(locale: Locale, facts: StatementFacts): Statement {
  const { company, companySlug, itemPath } = facts;
  const told = toldIn(locale, facts);
  const words = WORDS[locale];
  const kept = facts.act === DecisionAct.KEEP;
  const grounds = kept ? [] : words.ground(told);
  const { heldFor } = facts.effect;
  const held = heldFor && { words: HELD[locale], of: { kind: facts.kind, company, heldFor } };
  const parts: Record<StatementPart, string[]> = {
    DECISION: [words.decision(told)],
    GROUND: grounds,
    FACTS: factsIn(locale, facts) ?? (grounds.length > 0 ? [words.noFacts(told)] : []),
    ORIGIN: words.origin(told),
    SCOPE: kept ? [] : words.scope(told),
    REDRESS: kept ? [] : words.redress(told),
    ...held?.words.parts(held.of),
  };
  const sections = Object.values(StatementPart)
    .map((part) => ({ part, heading: words.headings[part], paragraphs: parts[part] }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const item = facts.words && excerpt(facts.words, LONGEST_ITEM);
  const title = held ? held.words.title(held.of) : words.title(told);
  return { title, item, itemPath, company, companySlug, sections };
}
