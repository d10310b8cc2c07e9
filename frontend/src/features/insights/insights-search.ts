import type { InsightUnit } from '@/gql/graphql';
import { choiceParam, idParam, textParam } from '@/lib/search';

const UNITS: readonly InsightUnit[] = ['DAY', 'WEEK', 'MONTH'];

/** Which numbers are shown, as the address says it. */
export interface InsightsSearch {
  /** 2026-03-01 */
  from?: string;
  to?: string;
  unit?: InsightUnit;
  challenge?: string;
}

/** A day of the calendar; what a date field holds while it is half typed is none. */
export const dayParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

export function readInsightsSearch(search: Record<string, unknown>): InsightsSearch {
  return {
    from: dayParam(search.from),
    to: dayParam(search.to),
    unit: choiceParam(search.unit, UNITS),
    challenge: idParam(search.challenge),
  };
}
