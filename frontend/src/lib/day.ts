import { textParam } from './search';

/** A day of the calendar; what a date field holds while it is half typed is none. */
export const dayParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

/** When a day begins where the person is; `after` so many days later. */
export function beginOf(day: string, after = 0): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year!, month! - 1, date! + after);
}
