import { Role } from '../../../shared/auth/role.js';
import { GiftKind } from './gift.entity.js';
import { checkGoods, isTheirs, mayTakeBack, monthlyPoints, monthOf } from './gift.policy.js';

const at = (text: string) => new Date(text);

describe('the budget', () => {
  it('is of the role: an owner gives as a manager does', () => {
    const budget = { moderatorPoints: 200, managerPoints: 1_000 };
    expect([Role.MODERATOR, Role.MANAGER, Role.OWNER].map((role) => monthlyPoints(budget, role))).toEqual([
      200, 1_000, 1_000,
    ]);
  });

  it.each([
    ['2026-12-31T23:59:59.999Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2028-02-29T00:00:00Z', '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z'],
  ])('of %s is of the month from %s', (moment, from, to) => {
    expect(monthOf(at(moment))).toEqual({ from: at(from), to: at(to) });
  });
});

describe('a gift', () => {
  it('is taken back by who gave it, or by managers', () => {
    const gift = { giverId: 'ana' };
    expect(mayTakeBack(gift, 'ana', Role.MODERATOR)).toBe(true);
    expect(mayTakeBack(gift, 'bea', Role.MODERATOR)).toBe(false);
    expect(mayTakeBack(gift, 'bea', Role.MANAGER)).toBe(true);
  });

  it('is its receiver’s after 24 hours', () => {
    const gift = { at: at('2026-03-01T10:00:00Z') };
    expect(isTheirs(gift, at('2026-03-02T09:59:59Z'))).toBe(false);
    expect(isTheirs(gift, at('2026-03-02T10:00:00Z'))).toBe(true);
  });
});

describe('what is given', () => {
  const { THANKS, POINTS, BADGE, REWARD } = GiftKind;
  it.each([
    [{ kind: THANKS }],
    [{ kind: POINTS, points: 1, badgeId: null }],
    [{ kind: BADGE, badgeId: 'b' }],
    [{ kind: REWARD, rewardId: 'r' }],
  ])('is said: %j', (asked) => expect(() => checkGoods(asked)).not.toThrow());

  it.each([
    [{ kind: POINTS }],
    [{ kind: BADGE, rewardId: 'r' }],
    [{ kind: REWARD }],
    [{ kind: THANKS, points: 5 }],
    [{ kind: BADGE, badgeId: 'b', points: 5 }],
  ])('is not said, or twice: %j', (asked) => expect(() => checkGoods(asked)).toThrow('VALIDATION_FAILED'));
});
