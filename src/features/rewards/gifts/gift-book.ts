import { Injectable } from '@nestjs/common';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import type { Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import type { Access } from '../../companies/memberships.service.js';
import { TransactionKind } from '../ledger/ledger.entity.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { GiftGiven, GiftTakenBack } from '../rewards.events.js';
import { Gift, GiftKind } from './gift.entity.js';
import { giftsErrors } from './gifts.errors.js';

/** What the ledger calls a gift. */
export const causeOf = (giftId: string): string => `gift:${giftId}`;

/** Writes gifts down: the row, what goes with it, who is told, what the staff did. */
@Injectable()
export class GiftBook {
  constructor(
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async give(tx: Transaction, viewer: Viewer, access: Access, gift: Gift): Promise<void> {
    const { id, companyId, receiverId: userId, kind, points, ideaId, commentId, at, because } = gift;
    await tx.insert(Gift, gift);
    if (kind === GiftKind.POINTS)
      await this.ledger.post(tx, [
        {
          ...{ companyId, kind: TransactionKind.GIFT, from: { kind: 'BUDGET' }, to: { kind: 'MEMBER', userId } },
          ...{ points, cause: causeOf(id), at, actorId: gift.giverId, ideaId, commentId },
        },
      ]);
    await this.outbox.append(tx, GiftGiven(this.event(viewer, gift, at)));
    const is = { userId, kind, points, because };
    await this.audit.record(tx, viewer, access, { action: 'gift.give', subject: AuditSubject.GIFT, subjectId: id, is });
  }

  /** @throws DomainError GIFT_USED where they have no longer what was given */
  async takeBack(tx: Transaction, viewer: Viewer, access: Access, gift: Gift, back: TakenBack): Promise<void> {
    const { id, companyId, receiverId: userId, kind, points } = gift;
    if (kind === GiftKind.POINTS) {
      if ((await this.ledger.balance(tx, companyId, userId, true)) < points) throw giftsErrors.GIFT_USED();
      const why = { because: 'TAKEN_BACK', at: back.takenBackAt, actorId: viewer.userId };
      await this.ledger.settle(tx, companyId, causeOf(id), false, why);
    }
    await tx.update(Gift, id, back);
    await this.outbox.append(tx, GiftTakenBack(this.event(viewer, gift, back.takenBackAt)));
    await this.audit.record(tx, viewer, access, {
      ...{ action: 'gift.take-back', subject: AuditSubject.GIFT, subjectId: id },
      ...{ was: { userId, kind, points } },
    });
  }

  private event({ userId: actorId }: Viewer, { id, companyId, receiverId }: Gift, occurredAt: Date) {
    const payload = { giftId: id, userId: receiverId };
    return { companyId, aggregateId: id, actorId, payload, occurredAt };
  }
}

type TakenBack = { takenBackAt: Date; takenBackById: string; takenBackBecause: string };
