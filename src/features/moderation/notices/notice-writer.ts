import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { PERMISSIONS } from '../../../shared/auth/permissions.js';
import { roleAtLeast } from '../../../shared/auth/role.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import type { Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Flag, FlagState } from '../flags/flag.entity.js';
import { noticeWeight } from '../flags/flag.policy.js';
import { FlagWriter } from '../flags/flag-writer.js';
import { NoticeLog } from '../log/notice-log.js';
import { moderationErrors } from '../moderation.errors.js';
import type { ReviewedItem } from '../reviews/reviewed-items.service.js';
import { Notice } from './notice.entity.js';
import type { FileNoticeInput } from './notice.types.js';

/** Lays notices before the moderators, each with who filed it and its line in the public log. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly flags: FlagWriter,
    private readonly log: NoticeLog,
    private readonly memberships: MembershipsService,
  ) {}

  /** A notice names no account: they could decide about their own. As members they report what another decides about. @throws DomainError MODERATES_HERE */
  async refuseModerators(viewer: Viewer | null, { companyId }: ReviewedItem): Promise<void> {
    const seat = viewer && (await this.memberships.find(companyId, viewer.userId));
    if (seat && roleAtLeast(seat.role, PERMISSIONS['review.decide'].role)) throw moderationErrors.MODERATES_HERE();
  }

  /** Once per address and item, until it is decided. @throws DomainError NOT_PUBLIC, ALREADY_FLAGGED */
  async write(
    tx: Transaction,
    target: ReviewedItem,
    { explanation: note, name, email, attachmentId = null, website }: FileNoticeInput,
    { locale, token }: { locale: Locale; token: string },
  ): Promise<Flag> {
    const report = { flaggerId: null, ruleId: null, note, weight: noticeWeight(website), attachmentId };
    const raised = await this.flags.write(tx, target, report);
    const { id: flagId, companyId, createdAt } = raised.flag;
    // under the lock of the review, which its flag holds
    const sameAgain = tx
      .createQueryBuilder(Notice, 'n')
      .innerJoin(Flag, 'f', 'f.id = n.flag_id')
      .where('f.review_id = :reviewId AND f.state = :state', { reviewId: raised.review.id, state: FlagState.OPEN })
      .andWhere('lower(n.email) = lower(:email)', { email });
    if (await sameAgain.getExists()) throw moderationErrors.ALREADY_FLAGGED();
    await tx.insert(Notice, { flagId, companyId, name, email, locale, tokenHash: hashOf(token), createdAt });
    await this.log.received(tx, raised);
    return raised.flag;
  }
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
