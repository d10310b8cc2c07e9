import { Injectable } from '@nestjs/common';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import type { Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import type { Access } from '../../companies/memberships.service.js';
import { GiftGiven, GiftTakenBack } from '../rewards.events.js';
import { Gift } from './gift.entity.js';

/** Writes gifts down: the row, who is told, what the staff did. The note, and why it was taken back, are in the row alone. */
@Injectable()
export class GiftBook {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async give(tx: Transaction, viewer: Viewer, access: Access, gift: Gift): Promise<void> {
    const { id, receiverId: userId, kind, points, badgeId, rewardId, because, at } = gift;
    await tx.insert(Gift, gift);
    await this.outbox.append(tx, GiftGiven(this.event(viewer, gift, at)));
    const is = { userId, kind, points, badgeId, rewardId, because };
    await this.audit.record(tx, viewer, access, { action: 'gift.give', subject: AuditSubject.GIFT, subjectId: id, is });
  }

  async takeBack(tx: Transaction, viewer: Viewer, access: Access, gift: Gift, back: TakenBack): Promise<void> {
    const { id, receiverId: userId, kind, points } = gift;
    await tx.update(Gift, id, back);
    await this.outbox.append(tx, GiftTakenBack(this.event(viewer, gift, back.takenBackAt)));
    const act = { action: 'gift.take-back', subject: AuditSubject.GIFT, subjectId: id } as const;
    await this.audit.record(tx, viewer, access, { ...act, was: { userId, kind, points } });
  }

  private event({ userId: actorId }: Viewer, { id, companyId, receiverId }: Gift, occurredAt: Date) {
    const payload = { giftId: id, userId: receiverId };
    return { companyId, aggregateId: id, actorId, payload, occurredAt };
  }
}

type TakenBack = { takenBackAt: Date; takenBackById: string; takenBackBecause: string };
