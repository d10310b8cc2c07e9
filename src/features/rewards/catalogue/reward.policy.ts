import { registerEnumType } from '@nestjs/graphql';
import { type Reward, RewardState } from './reward.entity.js';

/** What stands between a member and a reward. */
export enum RewardBar {
  MEMBERS_ONLY = 'MEMBERS_ONLY',
  EMAIL_NOT_VERIFIED = 'EMAIL_NOT_VERIFIED',
  SUSPENDED = 'SUSPENDED',
  EXCLUDED = 'EXCLUDED',
  NOT_YET = 'NOT_YET',
  OVER = 'OVER',
  SOLD_OUT = 'SOLD_OUT',
  LEVEL_NEEDED = 'LEVEL_NEEDED',
  LIMIT_REACHED = 'LIMIT_REACHED',
  NOT_ENOUGH_POINTS = 'NOT_ENOUGH_POINTS',
}
registerEnumType(RewardBar, {
  name: 'RewardBar',
  description: 'What stands between somebody and a reward.',
  valuesMap: {
    MEMBERS_ONLY: { description: 'They are no member.' },
    EMAIL_NOT_VERIFIED: { description: 'Their e-mail address is not confirmed.' },
    SUSPENDED: { description: 'They are suspended.' },
    EXCLUDED: { description: 'They have no part in rewards for now.' },
    NOT_YET: { description: 'It begins later.' },
    OVER: { description: 'It can be redeemed no more.' },
    SOLD_OUT: { description: 'None is left.' },
    LEVEL_NEEDED: { description: 'It needs a higher level.' },
    LIMIT_REACHED: { description: 'They have as many as one member gets.' },
    NOT_ENOUGH_POINTS: { description: 'They need more points.' },
  },
});

/** What is known of a member who may redeem something. */
export interface Redeemer {
  excluded: boolean;
  level: number;
  balance: number;
  /** how many of this reward they have redeemed that were not ended */
  redeemed: number;
}

type Offer = Pick<Reward, 'state' | 'startsAt' | 'endsAt' | 'stock'>;

/** What keeps everybody from a reward at this moment. */
export function closedBy({ state, startsAt, endsAt, stock }: Offer, now: Date): RewardBar | null {
  if (state !== RewardState.PUBLISHED || (endsAt && endsAt <= now)) return RewardBar.OVER;
  if (startsAt && startsAt > now) return RewardBar.NOT_YET;
  return stock === 0 ? RewardBar.SOLD_OUT : null;
}

/** What keeps this member from it; null where they may redeem it. What nobody can change comes first, points last. */
export function barOf(
  reward: Offer & Pick<Reward, 'levelNeeded' | 'perMember' | 'cost'>,
  { excluded, level, balance, redeemed }: Redeemer,
  now: Date,
): RewardBar | null {
  if (excluded) return RewardBar.EXCLUDED;
  const closed = closedBy(reward, now);
  if (closed) return closed;
  if (reward.levelNeeded !== null && level < reward.levelNeeded) return RewardBar.LEVEL_NEEDED;
  if (reward.perMember !== null && redeemed >= reward.perMember) return RewardBar.LIMIT_REACHED;
  return balance < reward.cost ? RewardBar.NOT_ENOUGH_POINTS : null;
}
