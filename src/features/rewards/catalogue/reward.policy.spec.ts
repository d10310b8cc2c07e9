import { Reward, RewardState } from './reward.entity.js';
import { barOf, type Redeemer } from './reward.policy.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const [BEFORE, AFTER] = [new Date(+NOW - 1), new Date(+NOW + 1)];
const OPEN = { state: RewardState.PUBLISHED, startsAt: null, endsAt: null, supply: null, taken: 0 };
const reward = (more: Partial<Reward> = {}): Reward =>
  Object.assign(new Reward(), OPEN, { levelNeeded: null, perMember: null, cost: 50 }, more);
const member: Redeemer = { excluded: false, level: 1, balance: 50, redeemed: 0 };
const bar = (of: Partial<Reward>, who: Partial<Redeemer> = {}) => barOf(reward(of), { ...member, ...who }, NOW);

describe('what stands between a member and a reward', () => {
  it('is nothing where they have what it costs', () => expect(bar({})).toBeNull());

  it('is its window: from its first moment on, up to and without its last', () => {
    expect(bar({ startsAt: AFTER })).toBe('NOT_YET');
    expect(bar({ startsAt: NOW, endsAt: AFTER })).toBeNull();
    expect(bar({ startsAt: BEFORE, endsAt: NOW })).toBe('OVER');
    for (const state of [RewardState.DRAFT, RewardState.RETIRED]) expect(bar({ state })).toBe('OVER');
  });

  it('is that none is left, unless there is any number', () => {
    expect(bar({ supply: 3, taken: 2 })).toBeNull();
    expect(bar({ supply: 3, taken: 3 })).toBe('SOLD_OUT');
    expect(bar({ supply: null, taken: 1_000 })).toBeNull();
  });

  it('is a level, a limit, a point that is missing, an exclusion', () => {
    expect(bar({ levelNeeded: 2 })).toBe('LEVEL_NEEDED');
    expect(bar({ levelNeeded: 2 }, { level: 2 })).toBeNull();
    expect(bar({ perMember: 2 }, { redeemed: 1 })).toBeNull();
    expect(bar({ perMember: 2 }, { redeemed: 2 })).toBe('LIMIT_REACHED');
    expect(bar({}, { balance: 49 })).toBe('NOT_ENOUGH_POINTS');
    expect(bar({}, { excluded: true, balance: 1_000 })).toBe('EXCLUDED');
  });

  it('names points last: who saves for them is not told of them for nothing', () => {
    expect(bar({ supply: 0 }, { balance: 0 })).toBe('SOLD_OUT');
    expect(bar({ levelNeeded: 3 }, { balance: 0 })).toBe('LEVEL_NEEDED');
  });
});
