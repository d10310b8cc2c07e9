import type { DecisionAct } from '@/gql/graphql';
import { choiceParam, dayParam, textParam } from '@/lib/search';
import { ACTS } from './words';

const BY = ['automatic', 'person'] as const;

/** Which lines are shown, as the address says it. */
export interface LogSearch {
  act?: DecisionAct;
  /** A rule, or a law, by name. */
  rule?: string;
  by?: (typeof BY)[number];
  /** 2026-03-01, of UTC; both days are in. */
  from?: string;
  to?: string;
}

export const readLogSearch = (search: Record<string, unknown>): LogSearch => ({
  act: choiceParam(search.act, ACTS),
  rule: textParam(search.rule)?.slice(0, 500),
  by: choiceParam(search.by, BY),
  from: dayParam(search.from),
  to: dayParam(search.to),
});

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
