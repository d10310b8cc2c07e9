import { Injectable } from '@nestjs/common';
import { Audit, type StaffAct } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { ideasErrors } from '../ideas.errors.js';
import { SavedReply } from './saved-reply.entity.js';
import type { CreateSavedReplyInput, UpdateSavedReplyInput } from './saved-reply.inputs.js';

/** So many are still found by eye, and read at once. */
const MOST_REPLIES = 100;

/** The texts that a company's managers keep for their answers. */
@Injectable()
export class SavedRepliesService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * All of a company, most used first.
   * @throws DomainError as `require`
   */
  async list(viewer: Viewer, companyId: string): Promise<SavedReply[]> {
    await this.memberships.require(viewer, companyId, 'idea.answer');
    return this.database.manager.find(SavedReply, { where: { companyId }, order: { usedCount: 'DESC', id: 'DESC' } });
  }

  /** @throws DomainError as `require`, TOO_MANY_REPLIES */
  create(viewer: Viewer, { companyId, ...text }: CreateSavedReplyInput): Promise<SavedReply> {
    return this.database.transaction(async (tx) => {
      // one after the other, so that no two of them pass the limit
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'idea.answer', tx);
      if ((await tx.countBy(SavedReply, { companyId })) >= MOST_REPLIES)
        throw ideasErrors.TOO_MANY_REPLIES({ params: { most: MOST_REPLIES } });
      const now = this.clock.now();
      const fresh = { id: newId(), companyId, createdById: viewer.userId, usedCount: 0, lastUsedAt: null, version: 1 };
      const reply = Object.assign(new SavedReply(), { ...fresh, ...text, createdAt: now, updatedAt: now });
      await tx.insert(SavedReply, reply);
      await this.record(tx, viewer, access, { action: 'reply.create', subjectId: reply.id, is: text });
      return reply;
    });
  }

  /** @throws DomainError NOT_FOUND, as `require`, CONFLICT */
  update(viewer: Viewer, { replyId, version, ...text }: UpdateSavedReplyInput): Promise<SavedReply> {
    return this.database.transaction(async (tx) => {
      const { reply, access } = await this.own(viewer, replyId, tx);
      if (reply.version !== version) throw commonErrors.CONFLICT();
      const changes = { ...text, version: version + 1, updatedAt: this.clock.now() };
      await tx.update(SavedReply, replyId, changes);
      await this.record(tx, viewer, access, { action: 'reply.update', subjectId: replyId, was: reply, is: text });
      return Object.assign(reply, changes);
    });
  }

  /** @throws DomainError NOT_FOUND, as `require` */
  async remove(viewer: Viewer, replyId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { reply, access } = await this.own(viewer, replyId, tx);
      await tx.delete(SavedReply, replyId);
      const { title, body, language } = reply;
      const was = { title, body, language };
      await this.record(tx, viewer, access, { action: 'reply.delete', subjectId: replyId, was });
    });
  }

  /**
   * The reply, locked.
   * @throws DomainError NOT_FOUND where there is none, as `require` to all but the managers of its company
   */
  private async own(viewer: Viewer, id: string, tx: Transaction): Promise<{ reply: SavedReply; access: Access }> {
    const reply = await tx.findOne(SavedReply, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!reply) throw commonErrors.NOT_FOUND();
    return { reply, access: await this.memberships.require(viewer, reply.companyId, 'idea.answer', tx) };
  }

  private record(tx: Transaction, viewer: Viewer, access: Access, act: Omit<StaffAct, 'subject'>): Promise<void> {
    return this.audit.record(tx, viewer, access, { ...act, subject: AuditSubject.SAVED_REPLY });
  }
}
