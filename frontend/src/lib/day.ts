/** When a day begins where the person is; `after` so many days later. */
export function beginOf(day: string, after = 0): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year!, month! - 1, date! + after);
}
