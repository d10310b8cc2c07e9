import type { DecisionAct } from '@/gql/graphql';
import { choiceParam, dayParam, textParam } from '@/lib/search';

// not from their names: the router reads addresses before any page, and would wait for all their translations
export const ACTS = [
  ...(['KEEP', 'REQUEST_EDIT', 'MASK', 'HIDE', 'REMOVE', 'LOCK', 'MERGE', 'MOVE'] as const),
  ...(['WARN', 'SILENCE', 'SUSPEND', 'EXCLUDE'] as const),
] as DecisionAct[];
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
