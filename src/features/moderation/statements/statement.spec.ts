import { Locale } from '../../../shared/errors/locale.js';
import { Role } from '../../../shared/auth/role.js';
import { DecisionAct, FoundBy } from '../decisions/decision.entity.js';
import { ReviewKind } from '../reviews/review.entity.js';
import { composeStatement, type StatementFacts } from './statement.js';
import { StatementPart } from './statement.type.js';

const facts = (more: Partial<StatementFacts> = {}): StatementFacts => ({
  ...{ kind: ReviewKind.IDEA, act: DecisionAct.HIDE, legalGround: null, note: 'It names a neighbour.\n\nTwice.' },
  ...{ foundBy: FoundBy.FLAGS, flagCount: 3, automatic: false, deciderRole: Role.MODERATOR, effect: {} },
  ...{ endsAt: null, openBecause: null, company: 'Forno', companySlug: 'forno' },
  ...{ createdAt: new Date('2026-05-01T10:00:00Z'), appealUntil: new Date('2026-11-01T10:00:00Z') },
  ...{ rule: { title: 'No names', text: 'Name nobody.' }, words: '**Bread** on Sundays', itemPath: '/i/1' },
  ...more,
});
const partsOf = (locale: Locale, more?: Partial<StatementFacts>) =>
  Object.fromEntries(composeStatement(locale, facts(more)).sections.map(({ part, paragraphs }) => [part, paragraphs]));
const textOf = (locale: Locale, more?: Partial<StatementFacts>) =>
  JSON.stringify(composeStatement(locale, facts(more)));

const KINDS: Record<ReviewKind, DecisionAct[]> = {
  IDEA: Object.values(DecisionAct),
  COMMENT: Object.values(DecisionAct),
  PROFILE: [DecisionAct.KEEP, DecisionAct.WARN, DecisionAct.SILENCE, DecisionAct.SUSPEND, DecisionAct.EXCLUDE],
};
const EVERY = Object.values(Locale).flatMap((locale) =>
  Object.values(ReviewKind).flatMap((kind) => KINDS[kind].map((act) => ({ locale, kind, act }))),
);

const COVERED = { passages: ['bread', 'milk'], text: {}, revisions: [], attachmentIds: ['1', '2'] };
const FOUND: Record<Locale, string[]> = {
  en: ['Words that are covered here: “bread”, “milk”.', 'Files with such a word in their name: 2.'],
  es: ['Palabras que aquí se tapan: «bread», «milk».', 'Archivos con una de esas palabras en el nombre: 2.'],
  it: ['Parole che qui vengono coperte: «bread», «milk».', 'File con una di queste parole nel nome: 2.'],
};

describe('a statement of reasons', () => {
  it.each(EVERY)('says all that the law asks for: $locale, $kind, $act', ({ locale, kind, act }) => {
    const statement = composeStatement(locale, facts({ kind, act, openBecause: 'He said that he goes on.' }));
    const text = JSON.stringify(statement);
    expect(text).not.toMatch(/undefined|null,|NaN/);
    expect(statement.title).not.toBe('');
    const kept = act === DecisionAct.KEEP;
    expect(statement.sections.map(({ part }) => part)).toEqual(
      Object.values(StatementPart).filter((part) => !kept || ['DECISION', 'FACTS', 'ORIGIN'].includes(part)),
    );
    if (!kept) for (const said of ['No names', 'Name nobody.', '2026', '2022/2065']) expect(text).toContain(said);
  });

  it.each(Object.values(Locale))(
    'says of words that are covered by a list that it was the list, and no person: %s',
    (locale) => {
      const list = {
        act: DecisionAct.MASK,
        foundBy: FoundBy.SCREENING,
        flagCount: 0,
        automatic: true,
        deciderRole: null,
      };
      const parts = partsOf(locale, { ...list, rule: null, note: null, effect: { maskedIdea: COVERED } });
      expect(Object.keys(parts)).toEqual(Object.values(StatementPart));
      expect(parts).toMatchObject({ GROUND: [expect.stringContaining('Forno')], FACTS: FOUND[locale] });
      const comment = { maskedComment: { passages: ['bread'], revisions: [], mentioned: [] } };
      expect(partsOf(locale, { ...list, rule: null, note: null, effect: comment }).FACTS).toEqual([
        expect.stringMatching(/^\p{L}[\p{L} ]+: .bread.\.$/u),
      ]);
      expect(parts.DECISION).not.toEqual(partsOf(locale, { act: DecisionAct.MASK }).DECISION);
    },
  );

  it('names the rule, the facts in the moderator’s words, the role and the date, and until when one may appeal', () => {
    expect(composeStatement(Locale.EN, facts())).toMatchObject({
      ...{ title: 'Your idea was hidden', item: 'Bread on Sundays', itemPath: '/i/1', company: 'Forno' },
    });
    expect(partsOf(Locale.EN)).toMatchObject({
      GROUND: ['It breaks this rule of Forno: “No names”', 'Name nobody.'],
      FACTS: ['It names a neighbour.', 'Twice.'],
      ORIGIN: ['3 people had reported it.', 'A moderator of Forno decided on May 1, 2026, not a machine.'],
      REDRESS: [expect.stringContaining('until November 1, 2026'), expect.stringContaining('art. 21')],
    });
  });

  it('says of an automatic decision that no person made it', () => {
    const automatic = { automatic: true, deciderRole: null, note: null };
    expect(partsOf(Locale.EN, automatic).ORIGIN).toContain(
      'It was decided automatically on May 1, 2026, without a person. A person decides about your appeal.',
    );
    expect(textOf(Locale.ES, automatic)).toContain('de forma automática');
    expect(textOf(Locale.IT, automatic)).toContain('in modo automatico');
  });

  it('says when a sanction ends, or why it does not', () => {
    const act = DecisionAct.SUSPEND;
    expect(textOf(Locale.EN, { act, endsAt: new Date('2026-06-01T00:00:00Z') })).toContain('June 1, 2026');
    expect(textOf(Locale.EN, { act, openBecause: 'A threat.' })).toContain('for this reason: A threat.');
  });

  it('says of what was never public that it was not published', () => {
    const effect = {
      idea: { visibility: 'HELD', publishedAt: null, holdReason: null, rejectionReason: null },
    } as StatementFacts['effect'];
    expect(composeStatement(Locale.EN, facts({ effect })).title).toBe('Your idea was not published');
  });

  it('names the law where there is no rule', () => {
    const law = { rule: null, legalGround: 'Penal code, art. 208' };
    expect(partsOf(Locale.EN, law).GROUND).toEqual(['It is illegal: Penal code, art. 208']);
  });
});
