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

/** The day of the calendar where the person is. */
export function dayOf(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The day so many days before another. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** The period with what is usual where the address is silent: the last 90 days, by week. */
export function periodOf({ from, to, unit }: InsightsSearch, today: string) {
  const last = to ?? today;
  return { to: last, from: from ?? daysBefore(last, 89), unit: unit ?? ('WEEK' as InsightUnit) };
}

/** The periods that are one click away. */
export const USUAL: readonly { days: number; unit: InsightUnit }[] = [
  { days: 30, unit: 'DAY' },
  { days: 90, unit: 'WEEK' },
  { days: 365, unit: 'MONTH' },
];
