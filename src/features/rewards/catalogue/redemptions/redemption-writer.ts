import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { EXCLUSION } from '../../exclusions.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { LedgerService, type Transfer } from '../../ledger/ledger.service.js';
import { RedemptionCancelled, RedemptionFulfilled, RewardRedeemed } from '../../rewards.events.js';
import { catalogueErrors } from '../catalogue.errors.js';
import { RewardCodes } from '../reward-codes.service.js';
import { Fulfilment, Reward } from '../reward.entity.js';
import { Deliveries } from './deliveries.service.js';
import type { RedemptionDeliveryInput } from './redemption.inputs.js';
import {
  fulfilmentCause,
  Redemption,
  redemptionCause,
  type RedemptionEnd,
  RedemptionState,
} from './redemption.entity.js';

const { REQUESTED, FULFILLED, CANCELLED, REFUNDED } = RedemptionState;

/** What is redeemed, by whom. */
export type NewRedemption = Pick<Redemption, 'userId' | 'points' | 'idempotencyKey' | 'grantedById'> & {
  delivery: RedemptionDeliveryInput | null;
};

interface Act {
  /** null: nobody, it was automatic */
  actorId: string | null;
  at: Date;
}

/** Why a redemption ends. */
export interface Ending extends Act {
  ended: RedemptionEnd;
  reason: string | null;
}

/**
 * Writes redemptions: the row, the piece of the stock, the points and the event go together. Everybody locks in one
 * order: the member's account, the reward, the redemption, the company's accounts.
 */
@Injectable()
export class RedemptionWriter {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly codes: RewardCodes,
    private readonly deliveries: Deliveries,
    private readonly outbox: Outbox,
  ) {}

  /** Holds all points of a member, and with them all that they redeem. @returns how many they have */
  lockMember(tx: Transaction, companyId: string, userId: string): Promise<number> {
    return this.ledger.balance(tx, companyId, userId, true);
  }

  /** The rewards, locked in the order of their ids. */
  lockRewards(tx: Transaction, ids: string[]): Promise<Reward[]> {
    return tx.find(Reward, { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
  }

  lock(tx: Transaction, id: string): Promise<Redemption> {
    return tx.findOneOrFail(Redemption, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Takes one piece; a code is handed out at once. The member and the reward are locked, and nothing stands between them. */
  async write(tx: Transaction, reward: Reward, { delivery, ...fresh }: NewRedemption, at: Date): Promise<Redemption> {
    const byCode = reward.fulfilment === Fulfilment.CODE;
    const id = newId();
    const redemption = Object.assign(new Redemption(), {
      ...fresh,
      ...{ id, delivery: delivery && this.deliveries.seal(id, delivery) },
      ...{ companyId: reward.companyId, rewardId: reward.id, requestedAt: at, note: null },
      ...{ state: byCode ? FULFILLED : REQUESTED, fulfilledAt: byCode ? at : null },
      ...{ endedAt: null, ended: null, reason: null },
    });
    await tx.insert(Redemption, redemption);
    await tx.increment(Reward, { id: reward.id }, 'taken', 1);
    if (byCode) await this.codes.take(tx, reward.id, redemption.id);
    const act = { actorId: fresh.grantedById ?? fresh.userId, at };
    const paid = [spent(redemption, act), ...(byCode ? [settled(redemption, act)] : [])];
    if (redemption.points > 0) await this.ledger.post(tx, paid);
    // who gives something tells of it
    if (!fresh.grantedById) await this.outbox.append(tx, RewardRedeemed(eventOf(redemption, act, { manual: !byCode })));
    return redemption;
  }

  /**
   * That it was handed over; the redemption is locked.
   * @throws DomainError REDEMPTION_STATE unless it waits, REDEEMER_EXCLUDED as long as its member is, here or gone
   */
  async fulfil(tx: Transaction, redemption: Redemption, note: string | null, act: Act): Promise<void> {
    if (redemption.state !== REQUESTED) throw catalogueErrors.REDEMPTION_STATE();
    await this.refuseExcluded(tx, redemption, act);
    await put(tx, redemption, { state: FULFILLED, fulfilledAt: act.at, note });
    if (redemption.points > 0) await this.ledger.post(tx, [settled(redemption, act)]);
    await this.outbox.append(tx, RedemptionFulfilled(eventOf(redemption, act, {})));
  }

  /** Ends what waits: the piece and the points go back. Member, reward and redemption are locked. @throws as `fulfil` */
  async cancel(tx: Transaction, redemption: Redemption, ending: Ending): Promise<void> {
    if (redemption.state !== REQUESTED) throw catalogueErrors.REDEMPTION_STATE();
    await tx.decrement(Reward, { id: redemption.rewardId }, 'taken', 1);
    await this.end(tx, redemption, CANCELLED, ending);
  }

  /** Gives the points of what was handed over back; the piece is gone. Member and redemption are locked. @throws as `fulfil` */
  async refund(tx: Transaction, redemption: Redemption, ending: Ending): Promise<void> {
    if (redemption.state !== FULFILLED) throw catalogueErrors.REDEMPTION_STATE();
    await this.refuseExcluded(tx, redemption, ending);
    await this.end(tx, redemption, REFUNDED, ending);
  }

  private async refuseExcluded(tx: Transaction, { companyId, userId }: Redemption, { at }: Act): Promise<void> {
    const excluded = await this.database.query(EXCLUSION, [companyId, userId, at], tx);
    if (excluded.length > 0) throw catalogueErrors.REDEEMER_EXCLUDED();
  }

  private async end(tx: Transaction, redemption: Redemption, state: RedemptionState, ending: Ending): Promise<void> {
    const { ended, reason, actorId, at } = ending;
    await put(tx, redemption, { state, ended, reason, endedAt: at, delivery: null, note: null });
    const { id, companyId, userId } = redemption;
    const causes = [fulfilmentCause(id), redemptionCause(id)];
    await this.ledger.settleAll(tx, companyId, causes, false, { because: ended, at, actorId });
    await this.outbox.append(tx, RedemptionCancelled(eventOf(redemption, ending, { byStaff: actorId !== userId })));
  }
}

async function put(tx: Transaction, redemption: Redemption, changes: Partial<Redemption>): Promise<void> {
  Object.assign(redemption, changes);
  await tx.update(Redemption, redemption.id, changes);
}

const spent = ({ id, companyId, userId, points }: Redemption, act: Act): Transfer => ({
  ...{ companyId, points, cause: redemptionCause(id), ...act },
  ...{ kind: TransactionKind.REDEMPTION, from: { kind: 'MEMBER', userId }, to: { kind: 'ESCROW' } },
});

const settled = ({ id, companyId, points }: Redemption, act: Act): Transfer => ({
  ...{ companyId, points, cause: fulfilmentCause(id), ...act },
  ...{ kind: TransactionKind.FULFILMENT, from: { kind: 'ESCROW' }, to: { kind: 'BUDGET' } },
});

const eventOf = <More extends object>(
  { id, companyId, userId, rewardId }: Redemption,
  { actorId, at }: Act,
  more: More,
) => ({
  ...{ companyId, aggregateId: id, actorId, occurredAt: at },
  payload: { redemptionId: id, userId, rewardId, ...more },
});
