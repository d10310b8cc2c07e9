import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Outbox } from '../../../shared/events/outbox.js';
import type { Access } from '../../companies/memberships.service.js';
import { LogEvent } from '../log/log-entry.entity.js';
import { ModerationLog } from '../log/moderation-log.service.js';
import { DecisionMade, DecisionUndone } from '../moderation.events.js';
import { type Review, ReviewState } from '../reviews/review.entity.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { Decision, DecisionAct, FoundBy, UndoneBecause } from './decision.entity.js';
import type { DecideReviewInput, UndoDecisionInput } from './decision.inputs.js';
import { appealUntil, isPossible } from './decision.policy.js';
import { Grounds, impossibleAct } from './grounds.js';
import { type Item, ItemEffects } from './item-effects.service.js';

/** Deciding about what is reviewed, and taking decisions back. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
    private readonly effects: ItemEffects,
    private readonly log: ModerationLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides about the item as the moderator has seen it. Of two at once the first decides, the second is told.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, CONFLICT, VALIDATION_FAILED
   */
  decide(viewer: Viewer, input: DecideReviewInput): Promise<Review> {
    return this.database.transaction(async (tx) => {
      const { review, access } = await this.reviews.take(tx, viewer, input.reviewId, input.version);
      const grounds = await Grounds.of(tx, review.companyId, input);
      const item = await this.effects.read(tx, review);
      if (!isPossible(input.act, review.kind, item.visibility)) throw impossibleAct();
      const state = input.act === DecisionAct.KEEP ? ReviewState.APPROVED : ReviewState.REJECTED;
      await this.reviews.close(tx, review, viewer.userId, {
        state,
        ruleId: grounds.rule?.id ?? null,
        note: grounds.note,
      });
      await this.make(tx, review, item, { act: input.act, grounds, access });
      return review;
    });
  }

  /**
   * Takes a decision back: the item stands, and is counted, as before it, and its review waits again. Of several
   * decisions about an item the latest goes first.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, CONFLICT when it holds no
   * more or is not the latest
   */
  undo(viewer: Viewer, { decisionId }: UndoDecisionInput): Promise<Decision> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findOneBy(Decision, { id: decisionId });
      if (!found) throw commonErrors.NOT_FOUND();
      const { review } = await this.reviews.open(tx, viewer, found.reviewId);
      await this.effects.read(tx, review);
      const decision = await tx.findOneByOrFail(Decision, { id: decisionId });
      if (decision.undoneAt || (await this.isCovered(tx, decision))) throw commonErrors.CONFLICT();
      await this.takeBack(tx, decision, viewer.userId, UndoneBecause.RECONSIDERED);
      await this.reviews.reopen(tx, review);
      return decision;
    });
  }

  private async make(
    tx: Transaction,
    review: Review,
    item: Item,
    { act, grounds, access }: { act: DecisionAct; grounds: Grounds; access: Access },
  ): Promise<Decision> {
    const { id: reviewId, companyId, kind, ideaId, commentId, authorId: subjectId, reason } = review;
    const now = this.clock.now();
    const decision: Omit<Decision, 'effect'> = {
      ...{ id: newId(), companyId, reviewId, kind, ideaId, commentId, subjectId, act },
      ...{ ruleId: grounds.rule?.id ?? null, legalGround: grounds.legalGround, note: grounds.note },
      ...{ foundBy: reason ? FoundBy.SCREENING : FoundBy.STAFF, flagCount: 0, automatic: false },
      ...{ decidedById: access.user.id, deciderRole: access.membership.role, contentHash: item.contentHash },
      ...{ endsAt: null, createdAt: now, appealUntil: appealUntil(now) },
      ...{ undoneAt: null, undoneById: null, undoneBecause: null },
    };
    const effect = await this.effects.apply(tx, item, decision, grounds.toAuthor());
    const made = await tx.save(Decision, { ...decision, effect });
    await this.log.append(tx, made, grounds.publicName(), { entry: LogEvent.DECIDED, at: now });
    await this.outbox.append(tx, DecisionMade(this.fact(made, access.user.id)));
    return made;
  }

  private async takeBack(tx: Transaction, decision: Decision, userId: string, because: UndoneBecause): Promise<void> {
    const now = this.clock.now();
    await this.effects.undo(tx, decision, userId);
    await tx.save(Decision, Object.assign(decision, { undoneAt: now, undoneById: userId, undoneBecause: because }));
    const grounds = await Grounds.ofDecision(tx, decision);
    await this.log.append(tx, decision, grounds.publicName(), { entry: LogEvent.UNDONE, at: now, outcome: because });
    const fact = this.fact(decision, userId);
    await this.outbox.append(tx, DecisionUndone({ ...fact, payload: { ...fact.payload, because } }));
  }

  /** Whether a later decision about the same item holds. */
  private isCovered(tx: Transaction, { id, ideaId, commentId }: Decision): Promise<boolean> {
    const later = { id: MoreThan(id), undoneAt: IsNull() };
    return tx.existsBy(Decision, commentId ? { commentId, ...later } : { ideaId: ideaId!, ...later });
  }

  private fact(decision: Decision, actorId: string) {
    const { id: decisionId, companyId, reviewId, kind, ideaId, commentId, subjectId, act } = decision;
    const payload = { decisionId, kind, ideaId, commentId, subjectId, act };
    return { companyId, aggregateId: reviewId, actorId, occurredAt: this.clock.now(), payload };
  }
}
