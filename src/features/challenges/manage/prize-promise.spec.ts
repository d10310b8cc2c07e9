import { PrizeKind } from '../prize.entity.js';
import type { PrizeInput } from './prize.input.js';
import { prizeProblems, promiseProblems } from './prize-promise.js';

const codes = (problems: { path: string; code: string }[]) => problems.map(({ path, code }) => `${path} ${code}`);
const money = (place: number, amountMinor: number, more: Partial<PrizeInput> = {}): PrizeInput => ({
  ...{ place, title: 'For the best', kind: PrizeKind.MONEY, amountMinor, currency: 'EUR' },
  ...more,
});
const points = (place: number, amount: number): PrizeInput => ({
  ...{ place, title: 'Points', kind: PrizeKind.POINTS, points: amount },
});

it('a prize has a place of its own and says how much it is; an amount has a currency', () => {
  const of = (...prizes: Partial<PrizeInput>[]) => codes(prizeProblems(prizes as PrizeInput[]));
  expect(of(money(1, 100), { place: 2 }, points(3, 5))).toEqual([]);
  expect(of({ place: 1 }, { place: 1 })).toEqual(['prizes.1.place PLACE_TWICE']);
  expect(of({ place: 1, kind: PrizeKind.MONEY })).toEqual(['prizes.0.amountMinor AMOUNT_NEEDED']);
  expect(of({ place: 1, amountMinor: 5 })).toEqual(['prizes.0.currency CURRENCY_NEEDED']);
  expect(of({ place: 1, kind: PrizeKind.POINTS })).toEqual(['prizes.0.points POINTS_NEEDED']);
  expect(of({ place: 1, kind: PrizeKind.REVENUE_SHARE })).toEqual(['prizes.0.shareBasisPoints SHARE_NEEDED']);
});

it('a share of revenue that was promised without a percentage may stay so', () => {
  const share = { place: 1, title: 'A part', kind: PrizeKind.REVENUE_SHARE };
  expect(codes(prizeProblems([share], [share]))).toEqual([]);
});

describe('what was promised', () => {
  const check = (promised: PrizeInput[], ...prizes: PrizeInput[]) => codes(promiseProblems(promised, prizes));

  it('may be sent back, raised and added to', () => {
    expect(check([money(1, 100)], money(1, 100))).toEqual([]);
    expect(check([money(1, 100), points(2, 5)], money(1, 101), points(2, 6), points(3, 1))).toEqual([]);
    expect(check([], money(1, 100))).toEqual([]);
  });

  it('is never removed, lowered or exchanged', () => {
    expect(check([money(1, 100)])).toEqual(['prizes PRIZE_REMOVED']);
    expect(check([money(1, 100)], money(1, 99))).toEqual(['prizes.0.amountMinor PRIZE_LOWERED']);
    expect(check([points(1, 5)], points(1, 4))).toEqual(['prizes.0.points PRIZE_LOWERED']);
    expect(check([money(1, 100)], money(1, 100, { currency: 'JPY' }))).toEqual(['prizes.0.currency FROZEN']);
    expect(check([money(1, 100)], money(1, 100, { title: 'A pen' }))).toEqual(['prizes.0.title FROZEN']);
    expect(check([money(1, 100)], points(1, 500))).toEqual([
      ...['prizes.0.title FROZEN', 'prizes.0.kind FROZEN', 'prizes.0.currency FROZEN'],
      'prizes.0.amountMinor PRIZE_LOWERED',
    ]);
  });

  it('keeps its place: nothing new comes before it', () => {
    expect(check([money(2, 100)], money(1, 1), money(2, 100))).toEqual(['prizes.0.place PRIZE_PLACE']);
  });

  it('without a worth may get one', () => {
    const loaf = { place: 1, title: 'A loaf', kind: PrizeKind.PRODUCT };
    expect(check([loaf], { ...loaf, amountMinor: 400, currency: 'EUR' })).toEqual([]);
  });
});
