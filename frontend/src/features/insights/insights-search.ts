import type { InsightUnit } from '@/gql/graphql';
import { choiceParam, dayParam, idParam } from '@/lib/search';

const UNITS: readonly InsightUnit[] = ['DAY', 'WEEK', 'MONTH'];

/** Which numbers are shown, as the address says it. */
export interface InsightsSearch {
  /** 2026-03-01 */
  from?: string;
  to?: string;
  unit?: InsightUnit;
  challenge?: string;
}

export function readInsightsSearch(search: Record<string, unknown>): InsightsSearch {
  return {
    from: dayParam(search.from),
    to: dayParam(search.to),
    unit: choiceParam(search.unit, UNITS),
    challenge: idParam(search.challenge),
  };
}
