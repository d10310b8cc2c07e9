import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { unknownFile } from '../../../shared/storage/files.service.js';
import { Attachment } from '../../ideas/attachments/attachment.entity.js';
import { Rule } from '../../companies/rule.entity.js';
import { unknownRule } from '../decisions/grounds.js';
import type { Item } from '../decisions/effects.js';
import { ItemEffects } from '../decisions/item-effects.service.js';
import { moderationErrors } from '../moderation.errors.js';
import { FlagRaised } from '../moderation.events.js';
import type { Review } from '../reviews/review.entity.js';
import { ReviewPriority } from '../reviews/review-priority.service.js';
import { isOwn, keyOfItem, type ReviewedItem } from '../reviews/reviewed-items.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { Flag, FlagState } from './flag.entity.js';

/** What somebody says against an item. */
type Report = Pick<Flag, 'flaggerId' | 'ruleId' | 'note' | 'weight' | 'attachmentId'>;

/** What was reported, locked, and the review that gathers it. */
export interface Raised {
  flag: Flag;
  review: Review;
  item: Item;
}

/** Lays reports before the moderators. */
@Injectable()
export class FlagWriter {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
    private readonly effects: ItemEffects,
    private readonly priority: ReviewPriority,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * A report of a public item, in its pending review.
   * @throws DomainError OWN_POST, NOT_PUBLIC, ALREADY_FLAGGED, VALIDATION_FAILED
   */
  async write(tx: Transaction, target: ReviewedItem, report: Report): Promise<Raised> {
    const { companyId, kind, ideaId, commentId, profileId } = target;
    const { flaggerId, ruleId, attachmentId } = report;
    if (flaggerId && (await isOwn(tx, target, flaggerId))) throw moderationErrors.OWN_POST();
    if (ruleId && !(await tx.existsBy(Rule, { id: ruleId, companyId, retiredAt: IsNull() }))) throw unknownRule();
    if (attachmentId && !(await tx.existsBy(Attachment, { ideaId: ideaId ?? IsNull(), fileId: attachmentId })))
      throw unknownFile('attachmentId');
    const { review } = await this.reviews.pendingOf(tx, target);
    const item = await this.effects.read(tx, review);
    // what was merged is still read
    if (!['PUBLISHED', 'MERGED'].includes(item.visibility)) throw moderationErrors.NOT_PUBLIC();
    const createdAt = this.clock.now();
    const place = { companyId, reviewId: review.id, kind, ideaId, commentId, profileId };
    const flag = tx.create(Flag, {
      id: newId(),
      ...place,
      ...report,
      state: FlagState.OPEN,
      createdAt,
      decidedAt: null,
    });
    flag.id = await this.insert(tx, target, flag);
    Object.assign(review, await this.priority.rank(tx, review.id));
    const payload = { flagId: flag.id, kind, ideaId, commentId, profileId, flaggerId, ruleId };
    const fact = { companyId, aggregateId: review.id, actorId: flaggerId, occurredAt: createdAt };
    await this.outbox.append(tx, FlagRaised({ ...fact, payload }));
    return { flag, review, item };
  }

  /** Once per person and item; who took theirs back may report it again, as what its author took back. @returns its id */
  private async insert(tx: Transaction, item: ReviewedItem, flag: Flag): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO flag AS f (id, company_id, review_id, kind, idea_id, comment_id, profile_id, flagger_id, rule_id, note, weight,
         attachment_id, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'OPEN', $13)
       ON CONFLICT (company_id, ${keyOfItem(item).column}, flagger_id) DO UPDATE SET
         review_id = excluded.review_id, rule_id = excluded.rule_id, note = excluded.note, weight = excluded.weight,
         attachment_id = excluded.attachment_id,
         state = 'OPEN', created_at = excluded.created_at, decided_at = NULL
       WHERE f.state IN ('WITHDRAWN', 'GONE') RETURNING f.id`,
      [
        ...[flag.id, flag.companyId, flag.reviewId, flag.kind, flag.ideaId, flag.commentId, flag.profileId],
        ...[flag.flaggerId, flag.ruleId, flag.note, flag.weight, flag.attachmentId, flag.createdAt],
      ],
      tx,
    );
    if (!row) throw moderationErrors.ALREADY_FLAGGED();
    return row.id;
  }
}
