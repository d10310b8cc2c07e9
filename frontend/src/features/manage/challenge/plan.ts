import { type PhaseValues, toLocal } from './challenge-values';

/** Why a date cannot be. */
export type Refusal = 'NOT_A_DATE' | 'LOCKED' | 'END_BEFORE_START' | 'OVERLAP' | 'PAST' | 'OVER' | 'BEFORE_PUBLICATION';
export type Edge = 'startsAt' | 'endsAt';

/** What the clock and the challenge's state leave open. */
export interface Limits {
  now: number;
  /** what has started is promised */
  isPublic: boolean;
  /** when a scheduled challenge becomes public */
  publishAt: number | null;
  /** whether anybody could be a jury; undefined: not known */
  hasExperts?: boolean;
}

type Dates = Pick<PhaseValues, 'startsAt' | 'endsAt'>;

export const timeOf = (local: string): number => new Date(local).getTime();

/** Days later, at the same time of the day, also where the clocks change in between. */
export function addDays(local: string, days: number): string {
  const date = new Date(local);
  date.setDate(date.getDate() + days);
  return toLocal(date);
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number => {
  const midnight = (local: string) => Date.UTC(+local.slice(0, 4), +local.slice(5, 7) - 1, +local.slice(8, 10));
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
};

/** A phase that people see running, or have seen: it can only be extended, with a public reason. */
export const isLocked = ({ startsAt }: Dates, { isPublic, now }: Limits): boolean =>
  isPublic && timeOf(startsAt) <= now;

/** Ends in the moment in which the next one starts. */
export const touches = (phases: Dates[], index: number): boolean =>
  phases[index + 1] !== undefined && phases[index]?.endsAt === phases[index + 1]?.startsAt;

/** What is wrong with a phase where it stands: as the server judges it. */
export function refusalOf(phases: Dates[], index: number, limits: Limits): { edge: Edge; refusal: Refusal } | null {
  const { startsAt, endsAt } = phases[index]!;
  const [start, end] = [timeOf(startsAt), timeOf(endsAt)];
  if (Number.isNaN(start)) return { edge: 'startsAt', refusal: 'NOT_A_DATE' };
  if (Number.isNaN(end)) return { edge: 'endsAt', refusal: 'NOT_A_DATE' };
  if (end <= start) return { edge: 'endsAt', refusal: 'END_BEFORE_START' };
  const before = phases[index - 1];
  if (before && start < timeOf(before.endsAt)) return { edge: 'startsAt', refusal: 'OVERLAP' };
  if (index === phases.length - 1 && end <= limits.now) return { edge: 'endsAt', refusal: 'OVER' };
  if (index === 0 && limits.publishAt && !limits.isPublic && start < limits.publishAt)
    return { edge: 'startsAt', refusal: 'BEFORE_PUBLICATION' };
  return null;
}

/** The first thing that is wrong with a list of phases. */
export function planRefusal(phases: Dates[], limits: Limits) {
  for (const index of phases.keys()) {
    const found = refusalOf(phases, index, limits);
    if (found) return { index, ...found };
  }
  return null;
}

interface Move {
  index: number;
  edge: Edge;
  to: string;
  /** phases that touch stay together; else only where they would overlap */
  together?: boolean;
}

/** Both sides of a border where two phases touch, as far as they move as one. */
function bordersOf(phases: Dates[], { index, edge, to, together }: Move): [index: number, edge: Edge][] {
  const neighbour = edge === 'endsAt' ? index + 1 : index - 1;
  const touching = touches(phases, Math.min(index, neighbour));
  const intrudes =
    edge === 'endsAt' ? timeOf(to) > timeOf(phases[index]!.endsAt) : timeOf(to) < timeOf(phases[index]!.startsAt);
  const own: [number, Edge] = [index, edge];
  return touching && (together || intrudes) ? [own, [neighbour, edge === 'endsAt' ? 'startsAt' : 'endsAt']] : [own];
}

/** The phases with a date moved, or why that cannot be. */
export function moveEdge<P extends Dates>(
  phases: P[],
  move: Move,
  limits: Limits,
): { phases: P[] } | { refusal: Refusal } {
  if (Number.isNaN(timeOf(move.to))) return { refusal: 'NOT_A_DATE' };
  const borders = bordersOf(phases, move);
  if (borders.some(([index]) => isLocked(phases[index]!, limits))) return { refusal: 'LOCKED' };
  const moved = phases.map((phase, at) => {
    const border = borders.find(([index]) => index === at);
    return border ? { ...phase, [border[1]]: move.to } : phase;
  });
  if (limits.isPublic && borders.some(([at, edge]) => edge === 'startsAt' && timeOf(moved[at]!.startsAt) <= limits.now))
    return { refusal: 'PAST' };
  const around = [move.index - 1, move.index, move.index + 1].filter((at) => moved[at]);
  const wrong = around.map((at) => refusalOf(moved, at, limits)).find((found) => found !== null);
  return wrong ? { refusal: wrong.refusal } : { phases: moved };
}

/** Moves a date by days as far as it can go; `refusal` says what stopped it. */
export function nudge<P extends Dates>(phases: P[], { index, edge }: Omit<Move, 'to'>, days: number, limits: Limits) {
  const from = phases[index]![edge];
  let refusal: Refusal | undefined;
  for (let left = days; left !== 0; left -= Math.sign(left)) {
    const result = moveEdge(phases, { index, edge, to: addDays(from, left), together: true }, limits);
    if ('phases' in result) return { phases: result.phases, refusal };
    refusal ??= result.refusal;
  }
  return { phases, refusal };
}

/** All phases that have not begun, moved together so that the first of them starts then. */
export function movePlan<P extends Dates>(
  phases: P[],
  to: string,
  limits: Limits,
): { phases: P[] } | { refusal: Refusal } {
  const first = phases.findIndex((phase) => !isLocked(phase, limits));
  if (first < 0) return { refusal: 'LOCKED' };
  const { startsAt } = phases[first]!;
  if (Number.isNaN(timeOf(to))) return { refusal: 'NOT_A_DATE' };
  if (limits.isPublic && timeOf(to) <= limits.now) return { refusal: 'PAST' };
  const days = daysBetween(startsAt, to);
  const clock = to.slice(10) === startsAt.slice(10) ? null : to.slice(10);
  const shift = (local: string) => {
    const later = addDays(local, days);
    return clock && local.slice(10) === startsAt.slice(10) ? later.slice(0, 10) + clock : later;
  };
  const moved = phases.map((phase, index) =>
    index < first ? phase : { ...phase, startsAt: shift(phase.startsAt), endsAt: shift(phase.endsAt) },
  );
  const wrong = planRefusal(moved, limits);
  return wrong ? { refusal: wrong.refusal } : { phases: moved };
}
