import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { Access } from '../../companies/memberships.service.js';
import { Review, ReviewKind, ReviewState } from '../reviews/review.entity.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { termOf } from '../sanctions/sanction.policy.js';
import { AutomaticDecisions } from './automatic-decisions.service.js';
import { Decision, DecisionAct, UndoneBecause } from './decision.entity.js';
import type { DecideReviewInput, UndoDecisionInput } from './decision.inputs.js';
import {
  Aspect,
  aspectsOf,
  coveredBy,
  hasSettled,
  isAboutAuthor,
  isPossible,
  isThere,
  needsGround,
  settles,
} from './decision.policy.js';
import { DecisionWriter, type Ruling } from './decision-writer.js';
import type { Item } from './effects.js';
import { checkDetails, Grounds, impossibleAct } from './grounds.js';
import { ItemEffects } from './item-effects.service.js';

/** A decision with all that is known of it. */
export interface TakenDecision {
  decision: Decision;
  review: Review;
  access: Access;
  item: Item;
}

type Why = Pick<Ruling, 'grounds' | 'access'>;

/** Deciding about what is reviewed, and taking decisions back. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
    private readonly effects: ItemEffects,
    private readonly writer: DecisionWriter,
    private readonly automatic: AutomaticDecisions,
    private readonly audit: Audit,
  ) {}

  /**
   * Decides about the item as the moderator has seen it. Of two at once the first decides, the second is told.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, OWN_FLAG, CONFLICT,
   * CLAIMED, VALIDATION_FAILED
   */
  decide(viewer: Viewer, input: DecideReviewInput): Promise<Review> {
    return this.database.transaction(async (tx) => {
      if (input.act === DecisionAct.MERGE) await this.lockMerge(tx, input);
      const { review, access } = await this.reviews.take(tx, viewer, input.reviewId, input.version);
      const grounds = await Grounds.of(tx, review.companyId, input);
      const before = settles(input.act, review.kind) ? await this.automatic.holding(tx, review) : null;
      if (before) await this.automatic.giveWay(tx, before, access, { act: input.act, grounds });
      const item = await this.effects.read(tx, review);
      if (!isPossible(input.act, review.kind, item)) throw impossibleAct();
      checkDetails(input);
      const term = termOf(input);
      if (term) await this.effects.checkSanction(tx, access, review);
      const ruling = { act: input.act, grounds, access, term, details: input, replacesId: before?.id };
      const decision = await this.settle(tx, review, item, ruling);
      await this.record(tx, viewer, { decision, access }, 'decision.make', grounds.name());
      return review;
    });
  }

  /**
   * Takes a decision back: the item stands, and is counted, as before it, and its review waits again. Of several
   * decisions about an item the latest goes first.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, OWN_FLAG, CONFLICT when it
   * holds no more or is not the latest
   */
  undo(viewer: Viewer, { decisionId }: UndoDecisionInput): Promise<Decision> {
    return this.database.transaction(async (tx) => {
      const { decision, review, access } = await this.take(tx, viewer, decisionId);
      if (coveredBy(decision, await this.later(tx, decision)).length > 0) throw commonErrors.CONFLICT();
      await this.checkLifting(tx, decision, { review, access });
      await this.writer.takeBack(tx, decision, access, { because: UndoneBecause.RECONSIDERED });
      await this.reopen(tx, review, decision);
      await this.record(tx, viewer, { decision, access }, 'decision.undo', null);
      return decision;
    });
  }

  /** Its review waits again, unless the item is not there for another reason; and so does what it had replaced. */
  private async reopen(tx: Transaction, review: Review, decision: Decision): Promise<void> {
    const { visibility } = await this.effects.read(tx, review);
    if (!hasSettled(decision) || !isThere(visibility)) return;
    const waiting = await this.reviews.reopen(tx, review);
    const { replacesId } = decision;
    if (replacesId) await this.automatic.remake(tx, waiting, replacesId);
  }

  /** Does what was decided, and closes the review; one whose author alone was judged goes on waiting. */
  private async settle(tx: Transaction, review: Review, item: Item, ruling: Ruling): Promise<Decision> {
    const flagCount = settles(ruling.act, review.kind)
      ? await this.close(tx, review, ruling.act, ruling)
      : await this.reviews.touch(tx, review);
    return this.writer.make(tx, review, item, { ...ruling, flagCount });
  }

  /** @returns how many had reported the item */
  private close(tx: Transaction, review: Review, act: DecisionAct, { grounds, access }: Why): Promise<number> {
    const state = needsGround(act) ? ReviewState.REJECTED : ReviewState.APPROVED;
    const outcome = { state, ruleId: grounds.rule?.id ?? null, note: grounds.note };
    return this.reviews.close(tx, review, access?.user.id ?? null, outcome);
  }

  /** A decision, locked: nobody takes it back meanwhile. */
  lock(tx: Transaction, id: string): Promise<Decision> {
    return tx.findOneOrFail(Decision, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /**
   * A decision that holds, locked with its item and review, for a moderator who did not write the item.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, CONFLICT
   */
  async take(tx: Transaction, viewer: Viewer, decisionId: string): Promise<TakenDecision> {
    const found = await tx.findOneBy(Decision, { id: decisionId });
    if (!found) throw commonErrors.NOT_FOUND();
    if (found.act === DecisionAct.MERGE) await this.effects.lockMerge(tx, found);
    const { review, access } = await this.reviews.open(tx, viewer, found.reviewId);
    const item = await this.effects.read(tx, review);
    const decision = await this.lock(tx, decisionId);
    if (decision.undoneAt) throw commonErrors.CONFLICT();
    return { decision, review, access, item };
  }

  /** An appeal was right: all is as it was, and what was held is published. What was decided later stays. */
  async overturn(tx: Transaction, { decision, review, access }: TakenDecision): Promise<void> {
    const later = await this.later(tx, decision);
    const covered = coveredBy(decision, later);
    await this.writer.takeBack(tx, decision, access, { because: UndoneBecause.APPEAL, later });
    if (isUnconfirmed(decision, review)) {
      const kept = { act: DecisionAct.KEEP, grounds: Grounds.none(), access };
      await this.settle(tx, review, await this.effects.read(tx, review), kept);
      return;
    }
    // a sanction says nothing of who was right about the item
    const flagCount = hasSettled(decision) ? await this.reviews.overturn(tx, review, access.user.id) : 0;
    const item = await this.effects.read(tx, review);
    const isSeenAgain = aspectsOf(decision).includes(Aspect.SIGHT) && !covered.includes(Aspect.SIGHT);
    const isPublished = isSeenAgain && item.visibility === 'HELD';
    if (!isPublished && (flagCount === 0 || covered.length > 0 || item.visibility !== 'PUBLISHED')) return;
    // who reported it hears that it stays, and may complain of that
    await this.writer.make(tx, review, item, { act: DecisionAct.KEEP, grounds: Grounds.none(), access, flagCount });
  }

  /** An appeal was wrong: what no person had decided, one has now; but for what is only to be read first. */
  async confirm(tx: Transaction, { decision, review, access }: TakenDecision): Promise<void> {
    if (!isUnconfirmed(decision, review) || decision.effect.heldFor) return;
    const grounds = await Grounds.ofDecision(tx, decision);
    await this.close(tx, review, decision.act, { grounds, access });
    await this.writer.settleNotices(tx, decision, grounds, access.membership.role);
  }

  /** Who complained that an item stays was right: it waits for a decision against it, unless it is gone meanwhile. */
  async reconsider(tx: Transaction, { decision, review, access }: TakenDecision): Promise<void> {
    await this.writer.takeBack(tx, decision, access, {
      because: UndoneBecause.APPEAL,
      later: await this.later(tx, decision),
    });
    await this.reopen(tx, review, decision);
  }

  /** A sanction is lifted by who could impose it. @throws DomainError FORBIDDEN */
  async checkLifting(
    tx: Transaction,
    { act }: Decision,
    { review, access }: Pick<TakenDecision, 'review' | 'access'>,
  ): Promise<void> {
    if (isAboutAuthor(act)) await this.effects.checkSanction(tx, access, review);
  }

  /** Keeps what was done to a decision, as what the staff did. @param reason its rule, or what was said */
  async record(
    tx: Transaction,
    viewer: Viewer,
    { decision, access }: Pick<TakenDecision, 'decision' | 'access'>,
    action: `${'decision' | 'appeal'}.${string}`,
    reason: string | null,
  ): Promise<void> {
    const { id: subjectId, act, kind, subjectId: authorId, endsAt, undoneBecause } = decision;
    const is = { act, kind, authorId, endsAt, undoneBecause };
    await this.audit.record(tx, viewer, access, { action, subject: AuditSubject.DECISION, subjectId, is, reason });
  }

  /** What was decided about the item since, and holds: the earliest first. */
  private async later(tx: Transaction, { id, ideaId, commentId, kind }: Decision): Promise<Decision[]> {
    if (kind === ReviewKind.PROFILE) return [];
    const of = commentId ? { commentId } : { ideaId: ideaId! };
    return tx.find(Decision, { where: { ...of, id: MoreThan(id), undoneAt: IsNull() }, order: { id: 'ASC' } });
  }

  private async lockMerge(tx: Transaction, { reviewId, targetIdeaId }: DecideReviewInput): Promise<void> {
    const review = await tx.findOneBy(Review, { id: reviewId });
    if (review) await this.effects.lockMerge(tx, review, targetIdeaId);
  }
}

/** Whether it keeps something from sight, and no person has decided about it yet. */
const isUnconfirmed = (decision: Decision, { state }: Review): boolean =>
  decision.automatic && state === ReviewState.PENDING && aspectsOf(decision).includes(Aspect.SIGHT);
