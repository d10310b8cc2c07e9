import type { Locale, ReviewKind, ReviewState } from '@/gql/graphql';
import { choiceParam, idParam } from '@/lib/search';

export const KINDS: readonly ReviewKind[] = ['IDEA', 'COMMENT', 'PROFILE'];
export const STATES: readonly ReviewState[] = ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN'];
const LANGUAGES: readonly Locale[] = ['ES', 'IT', 'EN'];

/** For how many hours at least something waits. */
export const AGES = [24, 72, 168, 720] as const;
export type Age = (typeof AGES)[number];

/** Which reviews are listed, as the address says it, and which one is open at first. */
export interface ReviewSearch {
  state?: ReviewState;
  kind?: ReviewKind;
  rule?: string;
  language?: Locale;
  overdue?: true;
  age?: Age;
  open?: string;
}

export const readReviewSearch = (search: Record<string, unknown>): ReviewSearch => ({
  state: choiceParam(search.state, STATES.slice(1)),
  kind: choiceParam(search.kind, KINDS),
  rule: idParam(search.rule),
  language: choiceParam(search.language, LANGUAGES),
  overdue: search.overdue === true || undefined,
  age: AGES.find((hours) => hours === search.age),
  open: idParam(search.open),
});

export const isNarrowed = ({ state, kind, rule, language, overdue, age }: ReviewSearch): boolean =>
  Boolean(state ?? kind ?? rule ?? language ?? overdue ?? age);

/** The list's arguments. */
export const toArguments = ({ state = 'PENDING', kind, rule, language, overdue, age }: ReviewSearch) => ({
  state,
  kind,
  ruleId: rule,
  language,
  overdueOnly: overdue,
  waitingHours: age,
});
