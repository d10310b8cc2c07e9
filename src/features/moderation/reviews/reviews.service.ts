import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, Not } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { isThere } from '../decisions/decision.policy.js';
import { Flag, FlagState } from '../flags/flag.entity.js';
import { FlagBook } from '../flags/flag-book.service.js';
import { moderationErrors } from '../moderation.errors.js';
import { claimant, dueAfter, languageOf } from './review.policy.js';
import { Review, ReviewState } from './review.entity.js';
import type { OpenReviewInput } from './review.inputs.js';
import { aboutItem, isOwn, type ReviewedItem, ReviewedItems } from './reviewed-items.service.js';

/** Reviews as decisions see them: opened, taken, closed. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly items: ReviewedItems,
    private readonly flags: FlagBook,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED */
  async read(viewer: Viewer, id: string): Promise<Review> {
    const review = isUuid(id) ? await this.database.manager.findOneBy(Review, { id }) : null;
    if (!review) throw commonErrors.NOT_FOUND();
    await this.memberships.require(viewer, review.companyId, 'review.decide');
    return review;
  }

  /**
   * The pending review of what the viewer sees; a new one where there is none.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, NOT_PUBLIC of what is gone
   */
  async start(viewer: Viewer, input: OpenReviewInput): Promise<Review> {
    const item = await this.items.find(viewer, input);
    const access = await this.memberships.require(viewer, item.companyId, 'review.decide');
    if (item.authorId === viewer.userId) throw moderationErrors.OWN_CONTENT();
    const { kind, ideaId, commentId, profileId } = item;
    return this.database.transaction(async (tx) => {
      const { review, isNew } = await this.pendingOf(tx, item);
      const act = { action: 'review.open', subject: AuditSubject.REVIEW, subjectId: review.id } as const;
      if (isNew && !(await this.isThere(tx, item))) throw moderationErrors.NOT_PUBLIC();
      if (isNew) await this.audit.record(tx, viewer, access, { ...act, is: { kind, ideaId, commentId, profileId } });
      return review;
    });
  }

  /** About what is gone there is nothing to decide; a decision that took it from sight can be taken back. */
  private async isThere(tx: Transaction, { ideaId, commentId, profileId }: ReviewedItem): Promise<boolean> {
    if (profileId) return true;
    const [item] = await this.database.query<{ visibility: string }>(
      'SELECT visibility FROM idea WHERE id = $1 UNION ALL SELECT visibility FROM comment WHERE id = $2',
      [ideaId, commentId],
      tx,
    );
    return isThere(item!.visibility);
  }

  /** The pending review of an item, locked; a new one where there is none. */
  async pendingOf(tx: Transaction, item: ReviewedItem): Promise<{ review: Review; isNew: boolean }> {
    const { companyId, kind, ideaId, commentId, profileId, authorId } = item;
    await this.items.lock(tx, item);
    const where = { ...aboutItem(item), state: ReviewState.PENDING };
    const now = this.clock.now();
    // what was there may be decided between the two statements; then there is room for a new one
    for (let attempt = 0; attempt < 3; attempt++) {
      const opened = await this.database.query(
        `INSERT INTO review (id, company_id, kind, idea_id, comment_id, profile_id, author_id, state, created_at, due_at, rank_at, language)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'PENDING', $8, $9, $9, ${languageOf('$4', '$5')}) ON CONFLICT DO NOTHING RETURNING id`,
        [newId(), companyId, kind, ideaId, commentId, profileId, authorId, now, dueAfter(now)],
        tx,
      );
      const review = await tx.findOne(Review, { where, lock: { mode: 'for_no_key_update' } });
      if (review) return { review, isNew: opened.length > 0 };
    }
    throw commonErrors.CONFLICT();
  }

  /**
   * A review and its item, locked, for somebody who may decide about it.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, OWN_FLAG
   */
  async open(tx: Transaction, viewer: Viewer, id: string): Promise<{ review: Review; access: Access }> {
    const found = await tx.findOneBy(Review, { id });
    if (!found) throw commonErrors.NOT_FOUND();
    const access = await this.memberships.require(viewer, found.companyId, 'review.decide', tx);
    await this.items.lock(tx, found);
    const review = await tx.findOneOrFail(Review, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (await isOwn(tx, review, viewer.userId)) throw moderationErrors.OWN_CONTENT();
    const own = { reviewId: id, flaggerId: viewer.userId, state: Not(FlagState.WITHDRAWN) };
    if (await tx.existsBy(Flag, own)) throw moderationErrors.OWN_FLAG();
    return { review, access };
  }

  /**
   * The same of one that waits, in this version: who comes second finds it decided, and is told so.
   * @throws DomainError as `open`, CONFLICT, CLAIMED by another moderator
   */
  async take(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    version: number,
  ): Promise<{ review: Review; access: Access }> {
    const opened = await this.open(tx, viewer, id);
    if (opened.review.version !== version || opened.review.state !== ReviewState.PENDING) throw commonErrors.CONFLICT();
    this.refuseClaimed(opened.review, viewer);
    return opened;
  }

  /** Against decisions and other flags. */
  async lock(tx: Transaction, id: string): Promise<void> {
    await this.database.query('SELECT FROM review WHERE id = $1 FOR NO KEY UPDATE', [id], tx);
  }

  /** @throws DomainError CLAIMED while another moderator is at it */
  refuseClaimed(review: Review, { userId }: Viewer): void {
    const by = claimant(review, this.clock.now());
    if (by && by !== userId) throw moderationErrors.CLAIMED();
  }

  /** @returns how many had reported the item */
  async close(tx: Transaction, review: Review, userId: string | null, outcome: Partial<Review>): Promise<number> {
    const now = this.clock.now();
    const closed = { decidedById: userId, decidedAt: now, claimedById: null, claimedUntil: null };
    const ruleIds = [...new Set([...review.ruleIds, ...(outcome.ruleId ? [outcome.ruleId] : [])])];
    Object.assign(review, outcome, closed, { ruleIds, version: review.version + 1 });
    await tx.save(Review, review);
    return this.flags.settle(tx, review);
  }

  /** An appeal was right: so those who had reported the item were not. @returns how many they are */
  async overturn(tx: Transaction, review: Review, actorId: string): Promise<number> {
    if (review.state === ReviewState.REJECTED) await tx.update(Review, review.id, { state: ReviewState.APPROVED });
    return this.flags.overturn(tx, review, { actorId, occurredAt: this.clock.now() });
  }

  /** Something was decided that leaves it waiting: who has seen it as it was is told. @returns how many report the item */
  async touch(tx: Transaction, review: Review): Promise<number> {
    review.version += 1;
    await tx.update(Review, review.id, { version: review.version });
    return tx.countBy(Flag, { reviewId: review.id, state: FlagState.OPEN });
  }

  /** It waits again, unless another of the same item does, and so do those who reported it. @returns what waits */
  async reopen(tx: Transaction, review: Review): Promise<Review> {
    await this.database.query(
      `UPDATE review r SET state = 'PENDING', decided_by_id = NULL, decided_at = NULL, rule_id = NULL, note = NULL, version = version + 1
       WHERE id = $1 AND NOT EXISTS (SELECT FROM review o WHERE o.state = 'PENDING'
         AND (o.idea_id = r.idea_id OR o.comment_id = r.comment_id OR (o.company_id = r.company_id AND o.profile_id = r.profile_id)))`,
      [review.id],
      tx,
    );
    await this.flags.reopen(tx, review);
    return this.waiting(tx, aboutItem(review));
  }

  /** The pending review of an item that has one, locked. */
  waiting(tx: Transaction, item: FindOptionsWhere<Review>): Promise<Review> {
    const where = { ...item, state: ReviewState.PENDING };
    return tx.findOneOrFail(Review, { where, lock: { mode: 'for_no_key_update' } });
  }
}
