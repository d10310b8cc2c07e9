import { ThanksReason } from './thanks.types.js';

const DAY = 86_400_000;
/** How far back facts are looked for. */
const FACT_DAYS = 30;
/** For how long nobody is proposed again for what they were thanked for, or put aside. */
const THANKED_DAYS = 90;
const ANNIVERSARY_DAYS = 7;

/** The moments between which facts of this kind are looked for. */
export function sinceOf(reason: ThanksReason, now: Date): { now: Date; since: Date; thanked: Date } {
  const daysAgo = (days: number, from = now) => new Date(+from - days * DAY);
  const since =
    reason === ThanksReason.FIRST_ANNIVERSARY ? daysAgo(ANNIVERSARY_DAYS, yearBefore(now)) : daysAgo(FACT_DAYS);
  return { now, since, thanked: daysAgo(THANKED_DAYS) };
}

/** The same day a year ago; of February 29th the 28th. */
function yearBefore(now: Date): Date {
  const before = new Date(now);
  before.setUTCFullYear(now.getUTCFullYear() - 1);
  if (before.getUTCMonth() !== now.getUTCMonth()) before.setUTCDate(0);
  return before;
}

/** One of each list, then the next of each. */
export function inTurn<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
