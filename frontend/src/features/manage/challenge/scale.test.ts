import { percentAt, scaleOf, ticksOf } from './scale';

const at = (local: string) => new Date(local).getTime();
const phases = [
  { startsAt: '2026-03-02T09:00', endsAt: '2026-03-23T09:00' },
  { startsAt: '2026-03-23T09:00', endsAt: '2026-03-30T09:00' },
];

test('the axis holds all phases, and today where it is near', () => {
  const near = scaleOf(phases, at('2026-02-28T12:00'));
  expect(percentAt(near, at('2026-02-28T12:00'))).toBeGreaterThan(0);
  expect(percentAt(near, at('2026-03-30T09:00'))).toBeLessThan(100);
  expect(percentAt(scaleOf(phases, at('2025-01-01T12:00')), at('2026-03-02T09:00'))).toBeLessThan(10);
});

test('a few dates are written, whatever the length; weeks from Monday to Monday', () => {
  for (const endsAt of ['2026-03-04T09:00', '2026-03-30T09:00', '2027-03-30T09:00', '2036-03-30T09:00']) {
    const count = ticksOf(scaleOf([{ startsAt: '2026-03-02T09:00', endsAt }], at('2026-03-01T09:00'))).length;
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(7);
  }
  expect(ticksOf(scaleOf(phases, at('2026-03-01T09:00'))).every((tick) => tick.getDay() === 1)).toBe(true);
});
