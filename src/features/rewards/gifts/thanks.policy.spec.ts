import { inTurn, sinceOf } from './thanks.policy.js';
import { ThanksReason } from './thanks.types.js';

describe('suggestions', () => {
  it.each([
    ['2027-03-08T12:00:00Z', '2026-03-01T12:00:00Z'],
    ['2028-02-29T00:00:00Z', '2027-02-21T00:00:00Z'],
  ])('of %s are for who has joined in the week from %s on', (now, since) => {
    expect(sinceOf(ThanksReason.FIRST_ANNIVERSARY, new Date(now)).since).toEqual(new Date(since));
  });

  it('look 30 days back, and 90 for thanks', () => {
    expect(sinceOf(ThanksReason.HELPED_MANY, new Date('2026-04-01T00:00:00Z'))).toMatchObject({
      since: new Date('2026-03-02T00:00:00Z'),
      thanked: new Date('2026-01-01T00:00:00Z'),
    });
  });

  it('take turns, so that the longest list leaves room for the others', () => {
    expect(inTurn([['a1', 'a2', 'a3'], [], ['b1'], ['c1', 'c2']])).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
    expect(inTurn([])).toEqual([]);
  });
});
