import type { Locale, ReviewKind, ReviewState } from '@/gql/graphql';
import { choiceParam, idParam } from '@/lib/search';

export const KINDS: readonly ReviewKind[] = ['IDEA', 'COMMENT', 'PROFILE'];
export const STATES: readonly ReviewState[] = ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN'];
const LANGUAGES: readonly Locale[] = ['ES', 'IT', 'EN'];

/** Which reviews are listed, as the address says it, and which one is open at first. */
export interface ReviewSearch {
  state?: ReviewState;
  kind?: ReviewKind;
  rule?: string;
  language?: Locale;
  overdue?: true;
  open?: string;
}

export const readReviewSearch = (search: Record<string, unknown>): ReviewSearch => ({
  state: choiceParam(search.state, STATES.slice(1)),
  kind: choiceParam(search.kind, KINDS),
  rule: idParam(search.rule),
  language: choiceParam(search.language, LANGUAGES),
  overdue: search.overdue === true || undefined,
  open: idParam(search.open),
});

export const isNarrowed = ({ state, kind, rule, language, overdue }: ReviewSearch): boolean =>
  Boolean(state ?? kind ?? rule ?? language ?? overdue);

/** The list's arguments. */
export const toArguments = ({ state = 'PENDING', kind, rule, language, overdue }: ReviewSearch) => ({
  state,
  kind,
  ruleId: rule,
  language,
  overdueOnly: overdue,
});
