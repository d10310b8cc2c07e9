import { addDays, daysBetween, isLocked, type Limits, moveEdge, movePlan, nudge, planRefusal } from './plan';

const NOON = '2026-03-01T12:00';
const draft: Limits = { now: new Date(NOON).getTime(), isPublic: false, publishAt: null };
const open: Limits = { ...draft, isPublic: true };
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T09:00`;
const phase = (from: number, to: number) => ({ startsAt: day(from), endsAt: day(to) });
const plan = [phase(2, 10), phase(10, 17), phase(20, 25)];
const datesOf = (result: object) =>
  'phases' in result
    ? (result.phases as typeof plan).map(({ startsAt, endsAt }) => [+startsAt.slice(8, 10), +endsAt.slice(8, 10)])
    : (result as { refusal: string }).refusal;

test('a day is a day, also when the clocks change', () => {
  expect(addDays('2026-03-28T09:00', 2)).toBe('2026-03-30T09:00');
  expect(daysBetween('2026-03-28T23:00', '2026-03-30T01:00')).toBe(2);
});

test('a date moves alone where there is room', () => {
  expect(datesOf(moveEdge(plan, { index: 2, edge: 'startsAt', to: day(18) }, draft))).toEqual([
    [2, 10],
    [10, 17],
    [18, 25],
  ]);
});

test('where two phases touch, pushing one moves the border of both; drawing back leaves a gap', () => {
  expect(datesOf(moveEdge(plan, { index: 0, edge: 'endsAt', to: day(12) }, draft))).toEqual([
    [2, 12],
    [12, 17],
    [20, 25],
  ]);
  expect(datesOf(moveEdge(plan, { index: 0, edge: 'endsAt', to: day(8) }, draft))).toEqual([
    [2, 8],
    [10, 17],
    [20, 25],
  ]);
  expect(datesOf(moveEdge(plan, { index: 0, edge: 'endsAt', to: day(8), together: true }, draft))).toEqual([
    [2, 8],
    [8, 17],
    [20, 25],
  ]);
});

test.each([
  ['an end before its start', 0, 'endsAt', day(1), 'END_BEFORE_START'],
  ['a phase that would swallow the next one', 0, 'endsAt', day(18), 'END_BEFORE_START'],
  ['an overlap', 1, 'endsAt', day(21), 'OVERLAP'],
  ['no date', 1, 'endsAt', '', 'NOT_A_DATE'],
] as const)('%s is refused', (_, index, edge, to, refusal) => {
  expect(moveEdge(plan, { index, edge, to }, draft)).toEqual({ refusal });
});

test('a plan that would be over already is refused', () => {
  const late = { ...draft, now: new Date(day(24)).getTime() };
  expect(moveEdge(plan, { index: 2, edge: 'endsAt', to: day(23) }, late)).toEqual({ refusal: 'OVER' });
});

test('what people see running stays; what is to come does not move into the past', () => {
  const now = { ...open, now: new Date(day(12)).getTime() };
  expect(plan.map((each) => isLocked(each, now))).toEqual([true, true, false]);
  expect(moveEdge(plan, { index: 1, edge: 'endsAt', to: day(18) }, now)).toEqual({ refusal: 'LOCKED' });
  const apart = [phase(2, 5), phase(15, 17)];
  expect(moveEdge(apart, { index: 1, edge: 'startsAt', to: day(11) }, now)).toEqual({ refusal: 'PAST' });
  expect(isLocked(plan[0]!, { ...now, isPublic: false })).toBe(false);
});

test('a scheduled challenge does not begin before it is public', () => {
  const scheduled = { ...draft, publishAt: new Date(day(3)).getTime() };
  expect(planRefusal(plan, scheduled)).toEqual({ index: 0, edge: 'startsAt', refusal: 'BEFORE_PUBLICATION' });
  expect(planRefusal(plan, { ...scheduled, isPublic: true })).toBeNull();
});

test('a date that is dragged too far stops where it can stand, and says why', () => {
  const result = nudge(plan, { index: 0, edge: 'endsAt' }, 30, draft);
  expect(datesOf(result)).toEqual([
    [2, 16],
    [16, 17],
    [20, 25],
  ]);
  expect(result.refusal).toBe('END_BEFORE_START');
  expect(nudge(plan, { index: 1, edge: 'endsAt' }, 3, draft).refusal).toBeUndefined();
});

test('the whole plan moves together, but for what has begun', () => {
  expect(datesOf(movePlan(plan, day(5), draft))).toEqual([
    [5, 13],
    [13, 20],
    [23, 28],
  ]);
  const now = { ...open, now: new Date(day(12)).getTime() };
  expect(datesOf(movePlan(plan, day(22), now))).toEqual([
    [2, 10],
    [10, 17],
    [22, 27],
  ]);
  expect(movePlan(plan, day(11), now)).toEqual({ refusal: 'PAST' });
});
