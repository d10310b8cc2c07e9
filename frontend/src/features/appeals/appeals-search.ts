import type { AppealState } from '@/gql/graphql';
import { choiceParam } from '@/lib/search';

export const LISTS = ['UPHELD', 'OVERTURNED'] as const satisfies AppealState[];

/** Which appeals, as the address says it: those that wait, unless it says otherwise. */
export interface AppealsSearch {
  state?: (typeof LISTS)[number];
}

export const readAppealsSearch = (search: Record<string, unknown>): AppealsSearch => ({
  state: choiceParam(search.state, LISTS),
});
