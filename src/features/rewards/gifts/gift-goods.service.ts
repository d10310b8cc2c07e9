import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Reward } from '../catalogue/reward.entity.js';
import { BadgeHolding } from '../honours/badges/badge-holding.entity.js';
import { BadgesService } from '../honours/badges/badges.service.js';
import { TransactionKind } from '../ledger/ledger.entity.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { type Gift, GiftKind } from './gift.entity.js';
import type { GiveGiftInput } from './gift.inputs.js';

/** What goes with a note, as the gift keeps it. */
export type Goods = Pick<Gift, 'points' | 'badgeId' | 'rewardId' | 'redemptionId'>;

type Handed = Pick<Gift, 'id' | 'companyId' | 'giverId' | 'receiverId' | 'ideaId' | 'commentId' | 'at'>;

const NOTHING: Goods = { points: 0, badgeId: null, rewardId: null, redemptionId: null };

/** What the ledger calls a gift. */
export const causeOf = (giftId: string): string => `gift:${giftId}`;

/** Hands over what goes with a note, and takes it back: each by the part of the rewards whose it is. */
@Injectable()
export class GiftGoods {
  constructor(
    private readonly ledger: LedgerService,
    private readonly badges: BadgesService,
    private readonly catalogue: CatalogueService,
  ) {}

  /**
   * @throws DomainError NOT_FOUND, BADGE_IS_EARNED, BADGE_RETIRED, BADGE_HELD, REWARD_NOT_OPEN, REWARD_SOLD_OUT
   */
  async handOver(tx: Transaction, asked: GiveGiftInput, gift: Handed): Promise<Goods> {
    const { companyId, giverId, receiverId: userId, at } = gift;
    const { points, badgeId, rewardId } = asked;
    if (points) await this.post(tx, gift, points);
    if (badgeId) await this.badges.give(tx, { companyId, badgeId, userId, giverId });
    if (!rewardId) return { ...NOTHING, points: points ?? 0, badgeId: badgeId ?? null };
    const granted = await this.catalogue.grant(tx, { companyId, rewardId, userId, grantedById: giverId, at });
    const { cost } = await tx.findOneByOrFail(Reward, { id: rewardId });
    return { ...NOTHING, points: cost, rewardId, redemptionId: granted.id };
  }

  /** @returns false where it has been used: then it stays */
  async takeBack(tx: Transaction, gift: Gift, actorId: string, at: Date): Promise<boolean> {
    const { id, kind, companyId, receiverId: userId, giverId, badgeId, points, redemptionId } = gift;
    if (kind === GiftKind.POINTS) {
      if ((await this.ledger.balance(tx, companyId, userId, true)) < points) return false;
      await this.ledger.settle(tx, companyId, causeOf(id), false, { because: 'TAKEN_BACK', at, actorId });
    }
    if (redemptionId) return this.catalogue.takeBack(tx, redemptionId, actorId, at);
    if (badgeId) {
      // a manager may have taken it back at the desk of badges
      const held = await tx.findOneBy(BadgeHolding, { companyId, badgeId, userId, givenById: giverId });
      if (held) await this.badges.takeBack(tx, companyId, held.id);
    }
    return true;
  }

  private async post(tx: Transaction, gift: Handed, points: number): Promise<void> {
    const { id, companyId, giverId: actorId, receiverId: userId, ideaId, commentId, at } = gift;
    const move = { kind: TransactionKind.GIFT, from: { kind: 'BUDGET' }, to: { kind: 'MEMBER', userId } } as const;
    const about = { cause: causeOf(id), at, actorId, ideaId, commentId };
    await this.ledger.post(tx, [{ companyId, points, ...move, ...about }]);
  }
}
