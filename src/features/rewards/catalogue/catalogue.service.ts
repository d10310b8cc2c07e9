import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Difference } from '../../../shared/database/difference.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { AccountErased } from '../../accounts/accounts.events.js';
import { catalogueErrors } from './catalogue.errors.js';
import { VERIFY } from './catalogue.verify.js';
import { Redemption, RedemptionEnd, RedemptionState } from './redemptions/redemption.entity.js';
import { RedemptionWriter } from './redemptions/redemption-writer.js';
import { closedBy, RewardBar } from './reward.policy.js';

/** A piece of the catalogue that somebody of the company gives to a member. */
export interface Grant {
  companyId: string;
  rewardId: string;
  userId: string;
  grantedById: string;
  at: Date;
}

/** What other parts of the rewards do with the catalogue. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly database: Database,
    private readonly writer: RedemptionWriter,
  ) {}

  /**
   * Gives a member one of these for no points; level and limit do not count. The caller answers for both persons.
   * @returns the redemption; of what is sent, the member says where to
   * @throws DomainError NOT_FOUND, REWARD_SOLD_OUT, REWARD_NOT_OPEN
   */
  async grant(tx: Transaction, { companyId, rewardId, userId, grantedById, at }: Grant): Promise<Redemption> {
    await this.writer.lockMember(tx, companyId, userId);
    const [reward] = await this.writer.lockRewards(tx, [rewardId]);
    if (reward?.companyId !== companyId) throw commonErrors.NOT_FOUND();
    const closed = closedBy(reward, at);
    if (closed === RewardBar.SOLD_OUT) throw catalogueErrors.REWARD_SOLD_OUT();
    if (closed) throw catalogueErrors.REWARD_NOT_OPEN();
    return this.writer.write(tx, reward, { userId, points: 0, idempotencyKey: null, grantedById, delivery: null }, at);
  }

  /** Takes back what was given while it waits. @returns false where it was handed over, or has ended: it stays so */
  async takeBack(tx: Transaction, redemptionId: string, actorId: string, at: Date): Promise<boolean> {
    const { companyId, userId, rewardId } = await tx.findOneByOrFail(Redemption, { id: redemptionId });
    await this.writer.lockMember(tx, companyId, userId);
    await this.writer.lockRewards(tx, [rewardId]);
    const redemption = await this.writer.lock(tx, redemptionId);
    if (redemption.state !== RedemptionState.REQUESTED) return false;
    await this.writer.cancel(tx, redemption, { ended: RedemptionEnd.GIFT_TAKEN_BACK, reason: null, actorId, at });
    return true;
  }

  /**
   * Ends what a member waits for: to be called before points are taken from who is excluded or erased, so that none are
   * left out of reach. What is being redeemed at this moment is waited for. Gifts, which hold no points, end with the
   * account alone; an exclusion holds them up (`RedemptionDesk.fulfil`).
   */
  async endWaitingOf(
    tx: Transaction,
    companyId: string,
    userId: string,
    at: Date,
    because: RedemptionEnd.EXCLUDED | RedemptionEnd.ERASED,
  ): Promise<void> {
    await this.writer.lockMember(tx, companyId, userId);
    const state = RedemptionState.REQUESTED;
    const paid = because === RedemptionEnd.EXCLUDED && { grantedById: IsNull() };
    const waiting = await tx.findBy(Redemption, { companyId, userId, state, ...paid });
    await this.writer.lockRewards(
      tx,
      waiting.map(({ rewardId }) => rewardId),
    );
    const locked = await tx.find(Redemption, {
      where: { id: In(waiting.map(({ id }) => id)), state },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const redemption of locked)
      await this.writer.cancel(tx, redemption, { ended: because, reason: null, actorId: null, at });
  }

  /** Nothing of a person who erased their account waits, and nothing is left of what was written about them. */
  @OnEvent(AccountErased)
  async forget({ aggregateId: userId, occurredAt }: StoredEvent, tx: Transaction): Promise<void> {
    const rows = await this.database.query<{ companyId: string }>(
      `SELECT DISTINCT company_id AS "companyId" FROM redemption WHERE user_id = $1 AND state = 'REQUESTED' ORDER BY 1`,
      [userId],
      tx,
    );
    for (const { companyId } of rows) await this.endWaitingOf(tx, companyId, userId, occurredAt, RedemptionEnd.ERASED);
    await tx.update(Redemption, { userId }, { delivery: null, note: null, reason: null });
  }

  /** Stock that is not what was redeemed, points that wait for nothing, codes given twice; none, if all is well. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }
}
