import { PrizeKind } from '../../../challenges/prize.entity.js';
import { partsOf, type Writer } from './claim.policy.js';

const writer = (userId: string, percent: number | null = null, more: Partial<Writer> = {}): Writer => ({
  ...{ userId, able: true, percent, agreed: percent !== null },
  ...more,
});
const prize = (kind: PrizeKind, amounts: object = {}) => ({
  ...{ kind, amountMinor: null, points: null, shareBasisPoints: null },
  ...amounts,
});
const parts = (amounts: object, ...writers: Writer[]) => {
  const kind = 'points' in amounts ? PrizeKind.POINTS : PrizeKind.MONEY;
  return partsOf(prize(kind, amounts), writers).map((part) => [part.userId, part.points ?? part.amountMinor]);
};

describe('what each gets of a prize', () => {
  it('is what all have agreed to', () => {
    expect(parts({ amountMinor: 1001 }, writer('a', 70), writer('b', 30))).toEqual([
      ['a', 701],
      ['b', 300],
    ]);
  });

  it('is the same for all while one has not agreed, or somebody came or went since', () => {
    const half = [
      ['a', 51],
      ['b', 50],
    ];
    expect(parts({ points: 101 }, writer('a', 70), writer('b', 30, { agreed: false }))).toEqual(half);
    expect(parts({ points: 101 }, writer('a', 70), writer('b'))).toEqual(half);
    expect(parts({ points: 101 }, writer('a', 70), writer('b', 20))).toEqual(half);
  });

  it('includes the part of those who may not win', () => {
    expect(parts({ points: 100 }, writer('a', 60), writer('b', 20, { able: false }), writer('c', 20))).toEqual([
      ['a', 75],
      ['c', 25],
    ]);
  });

  it('is nothing for nobody: no claim of no cents', () => {
    expect(parts({ amountMinor: 1 }, writer('a'), writer('b'))).toEqual([['a', 1]]);
  });

  it('is a thing for the author, an honour for all', () => {
    const people = [writer('a'), writer('b')];
    expect(partsOf(prize(PrizeKind.PRODUCT, { amountMinor: 500 }), people)).toMatchObject([
      { userId: 'a', amountMinor: 500 },
    ]);
    expect(partsOf(prize(PrizeKind.RECOGNITION), people)).toHaveLength(2);
  });

  it('is a part of a share of revenue, where it has a percentage', () => {
    const people = [writer('a'), writer('b')];
    const share = (shareBasisPoints: number | null) =>
      partsOf(prize(PrizeKind.REVENUE_SHARE, { shareBasisPoints }), people).map((part) => part.shareBasisPoints);
    expect(share(250)).toEqual([125, 125]);
    expect(share(null)).toEqual([null, null]);
  });
});
