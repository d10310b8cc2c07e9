import { graphql } from '@/gql';
import type { EditedChallengeFragment, Locale, PhaseKind, PrizeKind } from '@/gql/graphql';
import { amountText, parseAmount } from './amount';

graphql(`
  fragment EditedChallenge on Challenge {
    id
    slug
    title
    summary
    brief
    coverUrl
    language
    tags
    terms
    state
    version
    publishAt
    prizes {
      place
      title
      kind
      amountMinor
      currency
    }
    criteria {
      id
      name
      description
      weight
    }
    phases {
      ...PhaseStep
      maySubmit
      mayEdit
      mayComment
      mayVote
      countsVisible
    }
  }
`);

/** What a phase can allow. */
export const RIGHTS = ['maySubmit', 'mayEdit', 'mayComment', 'mayVote', 'countsVisible'] as const;
export type Right = (typeof RIGHTS)[number];

/** What each kind of phase allows unless it is told otherwise: as the API has it. */
export const USUAL_RIGHTS: Record<PhaseKind, readonly Right[]> = {
  IDEATION: RIGHTS,
  REFINEMENT: ['mayEdit', 'mayComment', 'countsVisible'],
  VOTING: ['mayComment', 'mayVote'],
  EVALUATION: ['mayComment', 'countsVisible'],
  DECISION: ['mayComment', 'countsVisible'],
  DELIVERY: ['mayComment', 'countsVisible'],
};

export interface PhaseValues {
  id?: string;
  kind: PhaseKind;
  /** as the browser's date-time field writes it, in local time */
  startsAt: string;
  endsAt: string;
  rights: readonly Right[];
}

export interface ChallengeValues {
  title: string;
  summary: string;
  brief: string;
  coverFileId?: string | null;
  language: Locale;
  tags: string[];
  terms: string;
  /** the amount as it is typed, in whole units; named as the API names it, whose errors are shown at it */
  prizes: { title: string; kind: PrizeKind; amountMinor: string; currency: string }[];
  criteria: { name: string; description: string; weight: string }[];
  phases: PhaseValues[];
}

const DAY = 86_400_000;

/** 2026-03-01T09:00 in the person's own time zone. */
export const toLocal = (at: string | number | Date): string => {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const PLAN: { kind: PhaseKind; days: number }[] = [
  { kind: 'IDEATION', days: 21 },
  { kind: 'VOTING', days: 7 },
  { kind: 'DECISION', days: 14 },
];

/** A new challenge begins with a plan that works: three weeks of ideas, one of votes, two to decide. */
export function blankChallenge(language: Locale): ChallengeValues {
  let at = Math.ceil(Date.now() / DAY) * DAY;
  const phases = PLAN.map(({ kind, days }) => ({
    kind,
    startsAt: toLocal(at),
    endsAt: toLocal((at += days * DAY)),
    rights: USUAL_RIGHTS[kind],
  }));
  return { title: '', summary: '', brief: '', language, tags: [], terms: '', prizes: [], criteria: [], phases };
}

/** @param locale in whose way amounts are written */
export const valuesOf = (challenge: EditedChallengeFragment, locale: string): ChallengeValues => ({
  title: challenge.title,
  summary: challenge.summary,
  brief: challenge.brief,
  coverFileId: undefined,
  language: challenge.language,
  tags: challenge.tags,
  terms: challenge.terms,
  prizes: challenge.prizes.map(({ title, kind, amountMinor, currency }) => ({
    title,
    kind,
    amountMinor: amountMinor == null ? '' : amountText(amountMinor, currency ?? 'EUR', locale),
    currency: currency ?? 'EUR',
  })),
  criteria: challenge.criteria.map(({ name, description, weight }) => ({ name, description, weight: String(weight) })),
  phases: challenge.phases.map((phase) => ({
    id: phase.id,
    kind: phase.kind,
    startsAt: toLocal(phase.startsAt),
    endsAt: toLocal(phase.endsAt),
    rights: RIGHTS.filter((right) => phase[right]),
  })),
});

const iso = (local: string): string | null => (local ? new Date(local).toISOString() : null);

/** What the API takes. A published challenge's prizes and criteria are fixed and are not sent. */
export function inputOf(values: ChallengeValues, draft: boolean, locale: string) {
  const prizes = values.prizes.map(({ title, kind, amountMinor, currency }, index) => ({
    place: index + 1,
    title,
    kind,
    ...(amountMinor.trim() ? { amountMinor: parseAmount(amountMinor, currency, locale), currency } : {}),
  }));
  const criteria = values.criteria.map(({ name, description, weight }) => ({
    name,
    description,
    weight: Number(weight),
  }));
  const phases = values.phases.map(({ id, kind, startsAt, endsAt, rights }) => ({
    id,
    kind,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    ...Object.fromEntries(RIGHTS.map((right) => [right, rights.includes(right)])),
  }));
  const { title, summary, brief, coverFileId, language, tags, terms } = values;
  return { title, summary, brief, coverFileId, language, tags, terms, phases, ...(draft ? { prizes, criteria } : {}) };
}
