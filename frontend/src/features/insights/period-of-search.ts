import type { InsightUnit } from '@/gql/graphql';
import type { InsightsSearch } from './insights-search';

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
