import type { LogSearch } from './log-search';

const DAY = 86_400_000;
const midnight = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString();

/** The same as the API takes it. */
export const filterOf = ({ act, rule, by, from, to }: LogSearch) => ({
  act: act ?? null,
  rule: rule ?? null,
  automatic: by ? by === 'automatic' : null,
  since: from ? midnight(from, 0) : null,
  before: to ? midnight(to, 1) : null,
});

export const isFiltered = (search: LogSearch): boolean => Object.values(search).some(Boolean);
