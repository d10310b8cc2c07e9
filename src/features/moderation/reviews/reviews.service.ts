import { Injectable } from '@nestjs/common';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { CommentsService } from '../../comments/comments.service.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { companyMissing } from '../../ideas/drafts/drafts.service.js';
import { Coauthor, CoauthorState } from '../../ideas/coauthors/coauthor.entity.js';
import { IdeasService } from '../../ideas/ideas.service.js';
import { moderationErrors } from '../moderation.errors.js';
import { Review, ReviewKind, ReviewState } from './review.entity.js';
import type { OpenReviewInput } from './review.inputs.js';

/** Reviews as decisions see them: opened, taken, closed. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly ideas: IdeasService,
    private readonly comments: CommentsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The pending review of a public item; a new one where there is none.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT
   */
  async start(viewer: Viewer, input: OpenReviewInput): Promise<Review> {
    const item = await this.itemOf(viewer, input);
    const access = await this.memberships.require(viewer, item.companyId, 'review.decide');
    if (item.authorId === viewer.userId) throw moderationErrors.OWN_CONTENT();
    const { companyId, kind, ideaId, commentId, profileId, authorId } = item;
    return this.database.transaction(async (tx) => {
      const [opened] = await this.database.query<{ id: string }>(
        `INSERT INTO review (id, company_id, kind, idea_id, comment_id, profile_id, author_id, state, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'PENDING', $8) ON CONFLICT DO NOTHING RETURNING id`,
        [newId(), companyId, kind, ideaId, commentId, profileId, authorId, this.clock.now()],
        tx,
      );
      const about = commentId ? { commentId } : profileId ? { companyId, profileId } : { ideaId: ideaId! };
      const review = await tx.findOneBy(Review, { ...about, state: ReviewState.PENDING });
      if (!review) throw commonErrors.CONFLICT();
      const act = { action: 'review.open', subject: AuditSubject.REVIEW, subjectId: review.id } as const;
      if (opened) await this.audit.record(tx, viewer, access, { ...act, is: { kind, ideaId, commentId, profileId } });
      return review;
    });
  }

  /**
   * A review and its item, locked, for somebody who may decide about it.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT
   */
  async open(tx: Transaction, viewer: Viewer, id: string): Promise<{ review: Review; access: Access }> {
    const found = await tx.findOneBy(Review, { id });
    if (!found) throw commonErrors.NOT_FOUND();
    const access = await this.memberships.require(viewer, found.companyId, 'review.decide', tx);
    // the idea before its review, as an author does who withdraws it
    if (found.ideaId) await this.ideas.forUpdate(tx, found.ideaId);
    const review = await tx.findOneOrFail(Review, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (await this.isOwn(tx, review, viewer.userId)) throw moderationErrors.OWN_CONTENT();
    return { review, access };
  }

  /**
   * The same of one that waits, in this version: who comes second finds it decided, and is told so.
   * @throws DomainError as `open`, CONFLICT
   */
  async take(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    version: number,
  ): Promise<{ review: Review; access: Access }> {
    const opened = await this.open(tx, viewer, id);
    if (opened.review.version !== version || opened.review.state !== ReviewState.PENDING) throw commonErrors.CONFLICT();
    return opened;
  }

  async close(tx: Transaction, review: Review, userId: string | null, outcome: Partial<Review>): Promise<void> {
    const now = this.clock.now();
    Object.assign(review, outcome, { decidedById: userId, decidedAt: now, version: review.version + 1 });
    await tx.save(Review, review);
  }

  /** Something was decided that leaves it waiting: who has seen it as it was is told. */
  async touch(tx: Transaction, review: Review): Promise<void> {
    review.version += 1;
    await tx.update(Review, review.id, { version: review.version });
  }

  /** It waits again, unless another of the same item does. */
  async reopen(tx: Transaction, { id }: Review): Promise<void> {
    await this.database.query(
      `UPDATE review r SET state = 'PENDING', decided_by_id = NULL, decided_at = NULL, rule_id = NULL, note = NULL, version = version + 1
       WHERE id = $1 AND NOT EXISTS (SELECT FROM review o WHERE o.state = 'PENDING'
         AND (o.idea_id = r.idea_id OR o.comment_id = r.comment_id OR (o.company_id = r.company_id AND o.profile_id = r.profile_id)))`,
      [id],
      tx,
    );
  }

  private async itemOf(viewer: Viewer, { ideaId, commentId, userId, companyId }: OpenReviewInput) {
    if (userId) {
      if (!companyId) throw companyMissing();
      const { company } = await this.memberships.require(viewer, companyId, 'review.decide');
      if (!(await this.memberships.find(company.id, userId))) throw commonErrors.NOT_FOUND();
      const nothing = { ideaId: null, commentId: null };
      return { companyId: company.id, kind: ReviewKind.PROFILE, ...nothing, profileId: userId, authorId: userId };
    }
    if (commentId) {
      const { companyId, authorId } = await this.comments.visible(viewer, commentId);
      return { companyId, kind: ReviewKind.COMMENT, ideaId: null, commentId, profileId: null, authorId };
    }
    const { idea } = await this.ideas.visible(viewer, ideaId ?? '');
    return {
      companyId: idea.companyId,
      kind: ReviewKind.IDEA,
      ideaId: idea.id,
      commentId: null,
      profileId: null,
      authorId: idea.authorId,
    };
  }

  private async isOwn(tx: Transaction, { authorId, ideaId }: Review, userId: string): Promise<boolean> {
    if (authorId === userId) return true;
    return ideaId !== null && tx.existsBy(Coauthor, { ideaId, userId, state: CoauthorState.ACCEPTED });
  }
}
