import { FairPlayRule } from './fair-play.policy.js';
import { lostBy, placeOf, pointsRangeOf, questionedBy, rangeOf } from './range.js';

const { BURST, SAME_NETWORK, EXCLUDED_MEMBERS } = FairPlayRule;
const found = (rule: FairPlayRule, ...voters: string[]) => ({
  ...{ rule, members: voters, evidence: [], votes: [{ ideaId: 'i', voters }] },
});
const STEPS = [
  { amount: 9, holders: 1 },
  { amount: 6, holders: 3 },
  { amount: 2, holders: 5 },
];

describe('a range', () => {
  it('takes off each vote once, whoever questions it how often', () => {
    const questioned = questionedBy([found(BURST, 'a', 'b'), found(BURST, 'b', 'c'), found(SAME_NETWORK, 'c', 'd')]);
    expect(rangeOf({ ideaId: 'i', votes: 9, excluded: ['a', 'e'] }, questioned, STEPS)).toEqual({
      ...{ counted: 9, lowest: 4, place: 1, lowestPlace: 4 },
      questioned: [
        { rule: BURST, amount: 3 },
        { rule: SAME_NETWORK, amount: 2 },
        { rule: EXCLUDED_MEMBERS, amount: 2 },
      ],
    });
  });

  it('is one number where nothing is questioned', () =>
    expect(rangeOf({ ideaId: 'x', votes: 6, excluded: [] }, questionedBy([]), STEPS)).toEqual({
      ...{ counted: 6, lowest: 6, place: 2, lowestPlace: 2, questioned: [] },
    }));

  it('has places that are shared, and nobody above themselves', () => {
    expect([9, 6, 2, 0].map((amount) => placeOf(amount, STEPS))).toEqual([1, 2, 5, 10]);
    const questioned = questionedBy([found(BURST, ...'abcdefghi')]);
    expect(rangeOf({ ideaId: 'i', votes: 9, excluded: [] }, questioned, STEPS).lowestPlace).toBe(9);
  });
});

describe('points for votes', () => {
  const awards = [1, 10, 20].map((needed) => ({ ideaId: 'i', userId: 'u', points: 5, needed }));
  const points = (votes: number, excluded: string[], ...voters: string[]) =>
    pointsRangeOf(
      { userId: 'u', points: 40 },
      lostBy(awards, [{ ideaId: 'i', votes, excluded }], questionedBy([found(BURST, ...voters)])),
      STEPS,
    );

  it('fall where too few would remain', () => {
    expect(points(20, [], 'a')).toMatchObject({ counted: 40, lowest: 35, questioned: [{ rule: BURST, amount: 5 }] });
    expect(points(22, [], 'a', 'b')).toMatchObject({ lowest: 40, questioned: [] });
    expect(points(3, [], 'a', 'b', 'c')).toMatchObject({ lowest: 25 });
  });

  it('do not fall twice for who is excluded already', () =>
    expect(points(21, ['a'], 'a')).toMatchObject({ lowest: 40, questioned: [] }));
});
