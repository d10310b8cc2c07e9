import { graphql } from '@/gql';
import type { EditedChallengeFragment, Locale, PhaseKind, PrizeKind, WinnersBy } from '@/gql/graphql';
import { amountText, parseAmount, parsePercent, percentText } from './amount';

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
      id
      place
      title
      kind
      amountMinor
      currency
      points
      shareBasisPoints
    }
    winnersBy
    claimDays
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

/** Amounts as they are typed: of money in whole units, of revenue in percent. Named as the API names them, whose errors are shown there. */
export interface PrizeValues {
  title: string;
  kind: PrizeKind;
  amountMinor: string;
  currency: string;
  points: string;
  shareBasisPoints: string;
}

export const BLANK_PRIZE: PrizeValues = {
  ...{ title: '', kind: 'PRODUCT', amountMinor: '', currency: 'EUR', points: '', shareBasisPoints: '' },
};

export interface ChallengeValues {
  title: string;
  summary: string;
  brief: string;
  /** without an id it is the stored one */
  cover: { id?: string; url: string } | null;
  language: Locale;
  tags: string[];
  terms: string;
  prizes: PrizeValues[];
  winnersBy: WinnersBy;
  claimDays: string;
  criteria: { name: string; description: string; weight: string }[];
  phases: PhaseValues[];
}

const DAY = 86_400_000;

/** 2026-03-01T09:00 in the person's own time zone. */
export const toLocal = (at: string | number | Date): string => {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** Tomorrow at nine, in the person's own time zone. */
export function morning(): string {
  const date = new Date(Date.now() + DAY);
  date.setHours(9, 0, 0, 0);
  return toLocal(date);
}

interface Length {
  kind: PhaseKind;
  days: number;
  rights?: readonly Right[];
}

/** One phase after the other, of so many days each. */
export function phasesFrom(startsAt: string, lengths: Length[]): PhaseValues[] {
  let at = startsAt;
  return lengths.map(({ kind, days, rights = USUAL_RIGHTS[kind] }) => {
    const end = new Date(at);
    end.setDate(end.getDate() + days);
    const phase = { kind, startsAt: at, endsAt: toLocal(end), rights };
    at = phase.endsAt;
    return phase;
  });
}

const PLAN: Length[] = [
  { kind: 'IDEATION', days: 21 },
  { kind: 'VOTING', days: 7 },
  { kind: 'DECISION', days: 14 },
];

/** A new challenge begins with a plan that works: three weeks of ideas, one of votes, two to decide. */
export const blankChallenge = (language: Locale): ChallengeValues => ({
  ...{ title: '', summary: '', brief: '', cover: null, language, tags: [], terms: '' },
  ...{ prizes: [], winnersBy: 'MANAGER', claimDays: '30', criteria: [], phases: phasesFrom(morning(), PLAN) },
});

/**
 * A new challenge like a former one: all it said, and phases as long as they were, from tomorrow on.
 * @param cover a copy of its picture: a file belongs to the challenge that it was uploaded for
 */
export function copyOf(
  former: EditedChallengeFragment,
  locale: string,
  cover: ChallengeValues['cover'],
): ChallengeValues {
  const values = valuesOf(former, locale);
  const lengths = former.phases.map(({ kind, startsAt, endsAt }, index) => {
    const days = Math.max(1, Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / DAY));
    return { kind, days, rights: values.phases[index]!.rights };
  });
  return { ...values, cover, phases: phasesFrom(morning(), lengths) };
}

/** @param locale in whose way amounts are written */
export const valuesOf = (challenge: EditedChallengeFragment, locale: string): ChallengeValues => ({
  title: challenge.title,
  summary: challenge.summary,
  brief: challenge.brief,
  cover: challenge.coverUrl ? { url: challenge.coverUrl } : null,
  language: challenge.language,
  tags: challenge.tags,
  terms: challenge.terms,
  prizes: challenge.prizes.map(({ title, kind, amountMinor, currency, points, shareBasisPoints }) => ({
    title,
    kind,
    amountMinor: amountMinor == null ? '' : amountText(amountMinor, currency ?? 'EUR', locale),
    currency: currency ?? 'EUR',
    points: points == null ? '' : String(points),
    shareBasisPoints: shareBasisPoints == null ? '' : percentText(shareBasisPoints, locale),
  })),
  winnersBy: challenge.winnersBy,
  claimDays: String(challenge.claimDays),
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

/** Of a prize what its kind has; a worth of things stays as it was. */
export function amountsOf({ kind, amountMinor, currency, points, shareBasisPoints }: PrizeValues, locale: string) {
  if (kind === 'POINTS') return { points: Number(points) };
  if (kind === 'REVENUE_SHARE') {
    return shareBasisPoints.trim() ? { shareBasisPoints: parsePercent(shareBasisPoints, locale) } : {};
  }
  return amountMinor.trim() ? { amountMinor: parseAmount(amountMinor, currency, locale), currency } : {};
}

/** What the API takes, part by part. */
export function inputOf(values: ChallengeValues, locale: string) {
  const prizes = values.prizes.map((prize, index) => ({
    place: index + 1,
    title: prize.title,
    kind: prize.kind,
    ...amountsOf(prize, locale),
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
  const { title, summary, brief, cover, language, tags, terms, winnersBy, claimDays } = values;
  return {
    title,
    summary,
    brief,
    language,
    tags,
    terms,
    phases,
    prizes,
    winnersBy,
    claimDays: Number(claimDays),
    criteria,
    coverFileId: cover ? cover.id : null,
  };
}

/** A part of a challenge that is stored, and merged, as a whole. */
export type Part = keyof ChallengeValues;

/** Only these parts, as the API takes them. */
export function partsOf(values: ChallengeValues, parts: Part[], locale: string) {
  const input = inputOf(values, locale);
  return Object.fromEntries(
    parts.map((part) => (part === 'cover' ? ['coverFileId', input.coverFileId] : [part, input[part]])),
  );
}
