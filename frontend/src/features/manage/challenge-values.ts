import { graphql } from '@/gql';
import type { EditedChallengeFragment, Locale, PhaseKind, PrizeKind } from '@/gql/graphql';

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

export interface PhaseValues {
  id?: string;
  kind: PhaseKind;
  /** as the browser's date-time field writes it, in local time */
  startsAt: string;
  endsAt: string;
}

export interface ChallengeValues {
  title: string;
  summary: string;
  brief: string;
  coverFileId?: string | null;
  language: Locale;
  tags: string[];
  terms: string;
  prizes: { title: string; kind: PrizeKind; amount: string; currency: string }[];
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
  const phases = PLAN.map(({ kind, days }) => ({ kind, startsAt: toLocal(at), endsAt: toLocal((at += days * DAY)) }));
  return { title: '', summary: '', brief: '', language, tags: [], terms: '', prizes: [], criteria: [], phases };
}

export const valuesOf = (challenge: EditedChallengeFragment): ChallengeValues => ({
  title: challenge.title,
  summary: challenge.summary,
  brief: challenge.brief,
  language: challenge.language,
  tags: challenge.tags,
  terms: challenge.terms,
  prizes: challenge.prizes.map(({ title, kind, amountMinor, currency }) => ({
    title,
    kind,
    amount: amountMinor == null ? '' : String(amountMinor / 100),
    currency: currency ?? 'EUR',
  })),
  criteria: challenge.criteria.map(({ name, description, weight }) => ({ name, description, weight: String(weight) })),
  phases: challenge.phases.map(({ id, kind, startsAt, endsAt }) => ({
    id,
    kind,
    startsAt: toLocal(startsAt),
    endsAt: toLocal(endsAt),
  })),
});

const iso = (local: string): string | null => (local ? new Date(local).toISOString() : null);

/** What the API takes. A published challenge's prizes and criteria are fixed and are not sent. */
export function inputOf(values: ChallengeValues, draft: boolean) {
  const prizes = values.prizes.map(({ title, kind, amount, currency }, index) => ({
    place: index + 1,
    title,
    kind,
    ...(amount.trim() ? { amountMinor: Math.round(Number(amount.replace(',', '.')) * 100), currency } : {}),
  }));
  const criteria = values.criteria.map(({ name, description, weight }) => ({
    name,
    description,
    weight: Number(weight),
  }));
  const phases = values.phases.map((phase) => ({ ...phase, startsAt: iso(phase.startsAt), endsAt: iso(phase.endsAt) }));
  const { title, summary, brief, coverFileId, language, tags, terms } = values;
  return { title, summary, brief, coverFileId, language, tags, terms, phases, ...(draft ? { prizes, criteria } : {}) };
}
