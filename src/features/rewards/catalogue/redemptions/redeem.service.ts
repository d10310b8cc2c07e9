import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import type { DomainError } from '../../../../shared/errors/domain-error.js';
import { invalidField } from '../../../../shared/errors/validation.js';
import { RateLimits } from '../../../../shared/ratelimit/rate-limits.js';
import { rewardsErrors } from '../../rewards.errors.js';
import { catalogueErrors } from '../catalogue.errors.js';
import type { Reward } from '../reward.entity.js';
import { barOf, RewardBar } from '../reward.policy.js';
import { RewardDesk } from '../reward-desk.service.js';
import { Redeemers } from './redeemers.service.js';
import { Redemption } from './redemption.entity.js';
import type { RedeemRewardInput } from './redemption.inputs.js';
import { RedemptionWriter } from './redemption-writer.js';

const REDEMPTIONS = { name: 'redeem', points: 60, seconds: 3600 };

/** Members get something for their points. */
@Injectable()
export class RedeemService {
  constructor(
    private readonly database: Database,
    private readonly desk: RewardDesk,
    private readonly redeemers: Redeemers,
    private readonly writer: RedemptionWriter,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Redeems a reward, once for each key. The member's account is locked before anything is looked at: nobody spends a
   * point twice, and whoever is excluded meanwhile redeems nothing; then the reward: the last piece goes once.
   * @throws DomainError NOT_FOUND, as `require`, RATE_LIMITED, REWARDS_EXCLUDED, REWARD_NOT_OPEN, REWARD_SOLD_OUT,
   * REWARD_LEVEL_NEEDED, REWARD_LIMIT_REACHED, INSUFFICIENT_POINTS, CONFLICT, VALIDATION_FAILED
   */
  async redeem(viewer: Viewer, input: RedeemRewardInput): Promise<Redemption> {
    const { companyId } = await this.desk.visible(viewer, input.rewardId);
    await this.redeemers.require(viewer, companyId);
    await this.limits.take(REDEMPTIONS, `${companyId}/${viewer.userId}`);
    return this.database.transaction(async (tx) => {
      await this.writer.lockMember(tx, companyId, viewer.userId);
      const { userId, idempotencyKey } = { ...viewer, ...input };
      const known = await tx.findOneBy(Redemption, { companyId, userId, idempotencyKey });
      if (known && known.rewardId !== input.rewardId) throw commonErrors.CONFLICT();
      if (known) return known;
      const [reward] = await this.writer.lockRewards(tx, [input.rewardId]);
      await this.refuse(tx, viewer, reward!);
      if (reward!.cost !== input.cost) throw commonErrors.CONFLICT();
      const delivery = reward!.needsAddress ? (input.delivery ?? null) : null;
      if (reward!.needsAddress && !delivery) throw deliveryNeeded();
      const fresh = { userId, idempotencyKey, points: reward!.cost, grantedById: null, delivery };
      return this.writer.write(tx, reward!, fresh, this.clock.now());
    });
  }

  /** Looks at everything as it is with the locks held. */
  private async refuse(tx: Transaction, viewer: Viewer, reward: Reward): Promise<void> {
    const { membership } = await this.redeemers.require(viewer, reward.companyId, tx);
    const means = await this.redeemers.meansOf(tx, membership);
    const redeemed = (await this.redeemers.redeemedOf(tx, viewer.userId, [reward.id])).get(reward.id)!;
    const bar = barOf(reward, { ...means, redeemed }, this.clock.now());
    if (bar) throw refusalOf(bar, reward);
  }
}

function refusalOf(bar: RewardBar, { levelNeeded }: Reward): DomainError {
  switch (bar) {
    case RewardBar.EXCLUDED:
      return catalogueErrors.REWARDS_EXCLUDED();
    case RewardBar.SOLD_OUT:
      return catalogueErrors.REWARD_SOLD_OUT();
    case RewardBar.LEVEL_NEEDED:
      return catalogueErrors.REWARD_LEVEL_NEEDED({ params: { level: levelNeeded! } });
    case RewardBar.LIMIT_REACHED:
      return catalogueErrors.REWARD_LIMIT_REACHED();
    case RewardBar.NOT_ENOUGH_POINTS:
      return rewardsErrors.INSUFFICIENT_POINTS();
    default:
      return catalogueErrors.REWARD_NOT_OPEN();
  }
}

const deliveryNeeded = () =>
  invalidField('delivery', 'DELIVERY_NEEDED', {
    en: 'Say where to send it.',
    es: 'Indica adónde enviarlo.',
    it: 'Indica dove spedirlo.',
  });
