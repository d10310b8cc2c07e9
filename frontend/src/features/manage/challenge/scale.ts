import type { PhaseValues } from './challenge-values';
import { timeOf } from './plan';

const DAY = 86_400_000;
const MOST_TICKS = 6;
const UNITS = [1, 2, 7, 14, 28, 56, 91, 182, 364];

/** A stretch of the calendar, as wide as the picture. */
export interface Scale {
  from: number;
  to: number;
}

/** All phases with some room around them, and today where it is near. */
export function scaleOf(phases: Pick<PhaseValues, 'startsAt' | 'endsAt'>[], now: number): Scale {
  const times = phases.flatMap(({ startsAt, endsAt }) => [timeOf(startsAt), timeOf(endsAt)]).filter(Number.isFinite);
  const [start, end] = times.length > 0 ? [Math.min(...times), Math.max(...times)] : [now, now + 28 * DAY];
  const length = Math.max(end - start, 7 * DAY);
  const near = now > start - length / 2 && now < end + length / 2;
  const room = Math.max(2 * DAY, length * 0.06);
  return { from: Math.min(start, near ? now : start) - room, to: Math.max(end, near ? now : end) + room };
}

/** Where a moment is, in percent of the width. */
export const percentAt = ({ from, to }: Scale, time: number): number => ((time - from) / (to - from)) * 100;

/** A few mornings to write below the axis, evenly apart. */
export function ticksOf({ from, to }: Scale): Date[] {
  const days = (to - from) / DAY;
  const step = UNITS.find((unit) => days / unit <= MOST_TICKS) ?? Math.ceil(days / MOST_TICKS);
  const date = new Date(from);
  date.setHours(0, 0, 0, 0);
  // weeks begin on Mondays
  if (step % 7 === 0) date.setDate(date.getDate() - ((date.getDay() + 6) % 7));
  const ticks: Date[] = [];
  for (; date.getTime() < to; date.setDate(date.getDate() + step))
    if (date.getTime() >= from) ticks.push(new Date(date));
  return ticks;
}
