import { useLingui } from '@lingui/react';
import type { InsightUnit } from '@/gql/graphql';

/** How a part of the period is called: “1 Mar”, or “March 2026”. */
export function useDayLabel(unit: InsightUnit): (day: string) => string {
  const { locale } = useLingui().i18n;
  const style =
    unit === 'MONTH' ? ({ month: 'short', year: 'numeric' } as const) : ({ day: 'numeric', month: 'short' } as const);
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

/** The whole date, as a table has it. */
export function useDate(): (day: string) => string {
  const { locale } = useLingui().i18n;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
