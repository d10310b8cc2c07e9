import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../shared/auth/viewer.js';
import { Clock } from '../shared/config/clock.js';
import { Database } from '../shared/database/database.js';
import { newId } from '../shared/database/ids.js';
import { OwnRedemptions } from '../features/rewards/catalogue/redemptions/own-redemptions.service.js';
import { RedeemService } from '../features/rewards/catalogue/redemptions/redeem.service.js';
import { RedemptionDesk } from '../features/rewards/catalogue/redemptions/redemption-desk.service.js';
import { RewardCodes } from '../features/rewards/catalogue/reward-codes.service.js';
import { RewardDesk } from '../features/rewards/catalogue/reward-desk.service.js';
import { Fulfilment, type Reward } from '../features/rewards/catalogue/reward.entity.js';
import { type DemoRedemption, type DemoReward, readCatalogues } from './demo-data.js';
import { castOf } from './moderate-demo.js';

const DAY = 86_400_000;
/** When the catalogues were put together, in days ago: before the first redemption. */
const OPENED = 60;

/**
 * Fills the demo's catalogues, and lets its people redeem with the points that they have earned: by the services that
 * everybody uses, at the times that the demo says.
 */
export async function redeemDemo(app: INestApplicationContext, now: Date): Promise<void> {
  const clock = app.get(Clock);
  try {
    for (const { slug, rewards, redemptions } of readCatalogues()) {
      const { companyId, users } = await castOf(app.get(Database), slug);
      const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY);
      const shop = new Shop(app, companyId, users, (daysAgo) => void (clock.now = () => at(daysAgo)), at);
      await shop.open(rewards);
      for (const redemption of redemptions) await shop.redeem(redemption);
      await shop.close(rewards);
    }
  } finally {
    clock.now = Clock.prototype.now;
  }
}

/** One company's catalogue. */
class Shop {
  private readonly rewards = new Map<string, Reward>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly companyId: string,
    private readonly users: Map<string, string>,
    private readonly turnClock: (daysAgo: number) => void,
    private readonly at: (daysAgo: number) => Date,
  ) {}

  async open(rewards: DemoReward[]): Promise<void> {
    this.turnClock(OPENED);
    const [manager, desk] = [this.viewer('manager'), this.app.get(RewardDesk)];
    for (const told of rewards) {
      const { key, title, description, cost, needsAddress, stock, perMember, levelNeeded, codes, draft } = told;
      const reward = await desk.create(manager, {
        ...{ companyId: this.companyId, title, description, cost, needsAddress, stock, perMember, levelNeeded },
        fulfilment: Fulfilment[told.fulfilment],
        startsAt: this.in(told.startsInDays),
        endsAt: this.in(told.endsInDays),
      });
      if (codes) await this.app.get(RewardCodes).add(manager, { rewardId: reward.id, codes: codes.join('\n') });
      const { id: rewardId, version } = reward;
      this.rewards.set(key, draft ? reward : await desk.publish(manager, { rewardId, version }));
    }
  }

  async redeem({ by, reward: key, daysAgo, delivery, acts = [] }: DemoRedemption): Promise<void> {
    this.turnClock(daysAgo);
    const { id: rewardId, cost } = this.rewards.get(key)!;
    const input = { rewardId, cost, idempotencyKey: newId(), delivery: delivery ?? null };
    const { id: redemptionId } = await this.app.get(RedeemService).redeem(this.viewer(by), input);
    const [manager, desk] = [this.viewer('manager'), this.app.get(RedemptionDesk)];
    for (const { act, daysAgo: then, note = null, reason = '' } of acts) {
      this.turnClock(then);
      if (act === 'fulfil') await desk.fulfil(manager, { redemptionId, note });
      if (act === 'cancel') await this.app.get(OwnRedemptions).cancel(this.viewer(by), redemptionId);
      if (act === 'refuse') await desk.refuse(manager, { redemptionId, reason });
      if (act === 'refund') await desk.refund(manager, { redemptionId, reason });
    }
  }

  async close(rewards: DemoReward[]): Promise<void> {
    for (const { key, retiredDaysAgo } of rewards) {
      if (retiredDaysAgo === undefined) continue;
      this.turnClock(retiredDaysAgo);
      const { id: rewardId, version } = this.rewards.get(key)!;
      await this.app.get(RewardDesk).retire(this.viewer('manager'), { rewardId, version });
    }
  }

  private in(days: number | undefined): Date | null {
    return days === undefined ? null : this.at(-days);
  }

  private viewer(person: string): Viewer {
    return { userId: this.users.get(person)!, sessionId: newId() };
  }
}
