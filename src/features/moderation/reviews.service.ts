import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { invalidField } from '../../shared/errors/validation.js';
import { Outbox } from '../../shared/events/outbox.js';
import { CommentsService } from '../comments/comments.service.js';
import { MembershipsService } from '../companies/memberships.service.js';
import { Rule } from '../companies/rule.entity.js';
import { Coauthor, CoauthorState } from '../ideas/coauthors/coauthor.entity.js';
import { IdeasService } from '../ideas/ideas.service.js';
import { moderationErrors } from './moderation.errors.js';
import { ReviewDecided } from './moderation.events.js';
import { Review, ReviewState } from './review.entity.js';
import type { ApproveReviewInput, RejectReviewInput } from './review.inputs.js';

/** Deciding about what is held. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly ideas: IdeasService,
    private readonly comments: CommentsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Publishes the item. */
  approve(viewer: Viewer, { reviewId, version }: ApproveReviewInput): Promise<Review> {
    return this.database.transaction(async (tx) => {
      const review = await this.take(tx, viewer, reviewId, version);
      const { ideaId, commentId } = review;
      await this.close(tx, review, viewer, { state: ReviewState.APPROVED });
      if (ideaId) await this.ideas.publishHeld(tx, ideaId, viewer.userId);
      if (commentId) await this.comments.publishHeld(tx, commentId, viewer.userId);
      return review;
    });
  }

  /** Does not publish the item; its author reads the rule and the note. */
  reject(viewer: Viewer, { reviewId, version, ruleId, note }: RejectReviewInput): Promise<Review> {
    return this.database.transaction(async (tx) => {
      const review = await this.take(tx, viewer, reviewId, version);
      const { companyId, ideaId, commentId } = review;
      const rule = await tx.findOneBy(Rule, { id: ruleId, companyId, retiredAt: IsNull() });
      if (!rule) throw unknownRule();
      await this.close(tx, review, viewer, { state: ReviewState.REJECTED, ruleId, note: note || null });
      const reason = [`${rule.title}: ${rule.text}`, note].filter(Boolean).join('\n\n');
      if (ideaId) await this.ideas.rejectHeld(tx, ideaId, viewer.userId, reason);
      if (commentId) await this.comments.rejectHeld(tx, commentId, viewer.userId, reason);
      return review;
    });
  }

  /** The review, locked. Who comes second finds it decided, and is told so. */
  private async take(tx: Transaction, viewer: Viewer, id: string, version: number): Promise<Review> {
    const found = await tx.findOneBy(Review, { id });
    if (!found) throw commonErrors.NOT_FOUND();
    await this.memberships.require(viewer, found.companyId, 'review.decide', tx);
    // the idea before its review, as an author does who withdraws it
    if (found.ideaId) await this.ideas.forUpdate(tx, found.ideaId);
    const review = await tx.findOneOrFail(Review, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (await this.isOwn(tx, review, viewer.userId)) throw moderationErrors.OWN_CONTENT();
    if (review.version !== version || review.state !== ReviewState.PENDING) throw commonErrors.CONFLICT();
    return review;
  }

  private async isOwn(tx: Transaction, { authorId, ideaId }: Review, userId: string): Promise<boolean> {
    if (authorId === userId) return true;
    return ideaId !== null && tx.existsBy(Coauthor, { ideaId, userId, state: CoauthorState.ACCEPTED });
  }

  private async close(tx: Transaction, review: Review, { userId }: Viewer, decision: Partial<Review>): Promise<void> {
    const now = this.clock.now();
    Object.assign(review, decision, { decidedById: userId, decidedAt: now, version: review.version + 1 });
    await tx.save(Review, review);
    const { id, companyId, kind, ideaId, commentId, authorId, ruleId, state } = review;
    const payload = { kind, ideaId, commentId, authorId, approved: state === ReviewState.APPROVED, ruleId };
    await this.outbox.append(
      tx,
      ReviewDecided({ companyId, aggregateId: id, actorId: userId, occurredAt: now, payload }),
    );
  }
}

const unknownRule = () =>
  invalidField('ruleId', 'UNKNOWN_RULE', {
    en: 'Choose one of the rules of this community.',
    es: 'Elige una de las normas de esta comunidad.',
    it: 'Scegli una delle regole di questa comunità.',
  });
