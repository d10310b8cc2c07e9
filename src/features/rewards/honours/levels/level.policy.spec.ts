import { HALF_LIFE_DAYS, LEVELS, fading, levelAt, levelOf, nextFrom, scoreAt } from './level.policy.js';

const DAY = 24 * 3_600_000;
const T = new Date('2026-11-23T10:00:00Z');
const later = (days: number) => new Date(+T + days * DAY);
/** What is stored of points earned at a moment. */
const stored = (points: number, at: Date) => points / fading(at);

describe('a contribution score', () => {
  it('is worth what was earned at the moment, and half of it after each half-life', () => {
    const contribution = stored(100, T);
    expect(scoreAt(contribution, T)).toBeCloseTo(100, 9);
    expect(scoreAt(contribution, later(HALF_LIFE_DAYS))).toBeCloseTo(50, 9);
    expect(scoreAt(contribution, later(3 * HALF_LIFE_DAYS))).toBeCloseTo(12.5, 9);
  });

  it('adds up what was earned at different moments', () => {
    const sum = stored(40, T) + stored(60, later(HALF_LIFE_DAYS));
    expect(scoreAt(sum, later(HALF_LIFE_DAYS))).toBeCloseTo(80, 9);
  });

  it('is as good in twenty years', () => {
    const at = later(20 * 365);
    expect(scoreAt(stored(120, at), at)).toBeCloseTo(120, 9);
  });

  it('is nothing where all was taken back, whatever rounding leaves', () => {
    expect(scoreAt(-1e-12, T)).toBe(0);
    expect(levelAt(-1e-12, T)).toBe(1);
  });
});

describe('a level', () => {
  it.each([
    [0, 1],
    [9.99, 1],
    [10, 2],
    [119, 3],
    [120, 4],
    [1500, 7],
    [1e9, 7],
  ])('of a score of %d is %d', (score, level) => expect(levelOf(score)).toBe(level));

  it('is reached by exactly what it asks for, whatever the moment', () => {
    for (let day = 0; day < 400; day += 7) {
      LEVELS.forEach((from, at) => expect(levelAt(stored(from, later(day)), later(day))).toBe(at + 1));
    }
  });

  it('has one after it, but for the last', () => {
    expect(nextFrom(1)).toBe(10);
    expect(nextFrom(7)).toBeNull();
  });
});
