import type { Locale, PhaseKind, PrizeKind, PrizeLineFragment } from '@/gql/graphql';
import { amountsOf, type ChallengeValues } from './challenge-values';
import { type Limits, timeOf } from './plan';

/** A challenge as it is being written, for whoever shows its page. */
export interface PreviewDraft {
  title: string;
  summary: string;
  /** Markdown, as the terms */
  brief: string;
  terms: string;
  language: Locale;
  coverUrl: string | null;
  isPublic: boolean;
  prizes: (Pick<PrizeLineFragment, 'id' | 'amountMinor' | 'currency' | 'points' | 'shareBasisPoints'> & {
    place: number;
    title: string;
    kind: PrizeKind;
  })[];
  criteria: { id: string; name: string; description: string; weight: number }[];
  phases: {
    id: string;
    kind: PhaseKind;
    position: number;
    startsAt: string;
    endsAt: string;
    maySubmit: boolean;
    mayVote: boolean;
    countsVisible: boolean;
  }[];
}

export function previewOf(values: ChallengeValues, { isPublic }: Limits, locale: string): PreviewDraft {
  const { title, summary, brief, terms, language, cover } = values;
  return {
    ...{ title, summary, brief, terms, language, coverUrl: cover?.url ?? null, isPublic },
    prizes: values.prizes
      .filter((prize) => prize.title.trim())
      .map((prize, index) => {
        const none = { amountMinor: null, currency: null, points: null, shareBasisPoints: null };
        return {
          id: String(index),
          place: index + 1,
          title: prize.title,
          kind: prize.kind,
          ...none,
          ...amountsOf(prize, locale),
        };
      }),
    criteria: values.criteria
      .filter(({ name }) => name.trim())
      .map(({ name, description, weight }, index) => {
        return { id: String(index), name, description, weight: Number(weight) || 0 };
      }),
    phases: values.phases
      .filter(({ startsAt, endsAt }) => timeOf(startsAt) < timeOf(endsAt))
      .map(({ kind, startsAt, endsAt, rights }, position) => ({
        ...{ id: String(position), kind, position },
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(endsAt).toISOString(),
        maySubmit: rights.includes('maySubmit'),
        mayVote: rights.includes('mayVote'),
        countsVisible: rights.includes('countsVisible'),
      })),
  };
}
