import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { unknownFile } from '../../../shared/storage/files.service.js';
import { CommentVisibility } from '../../comments/comment.entity.js';
import { CommentMasking } from '../../comments/comment-masking.service.js';
import { CommentModeration } from '../../comments/comment-moderation.service.js';
import { Decision, DecisionAct, type Effect } from './decision.entity.js';
import { Aspect, coveredBy } from './decision.policy.js';
import { type Act, HIDDEN_AS, type Item } from './effects.js';
import { toMask } from './idea-effects.service.js';

/** What decisions do to comments. */
@Injectable()
export class CommentEffects {
  constructor(
    private readonly comments: CommentModeration,
    private readonly masking: CommentMasking,
  ) {}

  /** @throws DomainError CONFLICT when the comment is not there any more, VALIDATION_FAILED */
  async apply(tx: Transaction, item: Item, decision: Omit<Decision, 'effect'>, how: Act): Promise<Effect> {
    const { act, decidedById: actorId } = decision;
    const [id, reason] = [decision.commentId!, how.reason];
    const { heldFor } = how;
    if (heldFor) return { heldFor, comment: await this.comments.hold(tx, id, heldFor) };
    const to = HIDDEN_AS[act];
    if (to) {
      const unread = await this.replacesHold(tx, decision);
      return { comment: await this.comments.hide(tx, id, actorId, { to: CommentVisibility[to], reason, unread }) };
    }
    if (act !== DecisionAct.MASK) return this.publish(tx, item, id, actorId!);
    const what = toMask(how);
    if (what.attachmentIds.length > 0) throw unknownFile('attachmentIds');
    const maskedComment = await this.masking.mask(tx, id, actorId, what);
    return { maskedComment, ...(actorId && (await this.publish(tx, item, id, actorId))) };
  }

  /** Puts back what was there, but for what a later decision has changed again. */
  async undo(tx: Transaction, decision: Decision, actorId: string, later: Decision[]): Promise<void> {
    const { comment, maskedComment } = decision.effect;
    const id = decision.commentId!;
    if (maskedComment) await this.unmask(tx, decision, actorId, later);
    if (comment && !coveredBy(decision, later).includes(Aspect.SIGHT))
      await this.comments.restore(tx, id, actorId, comment);
  }

  /** What was masked since is masked anew, in the text of before. */
  private async unmask(tx: Transaction, decision: Decision, actorId: string, later: Decision[]): Promise<void> {
    const id = decision.commentId!;
    const masks = later.filter(({ effect }) => effect.maskedComment);
    for (const { effect } of [...masks.toReversed(), decision])
      await this.masking.unmask(tx, id, actorId, effect.maskedComment!);
    for (const { effect } of masks)
      effect.maskedComment = await this.masking.maskAgain(tx, id, actorId, effect.maskedComment!);
  }

  /** Whether it takes the place of what had held a new text. */
  private async replacesHold(tx: Transaction, { replacesId }: Pick<Decision, 'replacesId'>): Promise<boolean> {
    if (!replacesId) return false;
    const { effect } = await tx.findOneByOrFail(Decision, { id: replacesId });
    return effect.heldFor !== undefined;
  }

  private async publish(tx: Transaction, { visibility }: Item, id: string, actorId: string): Promise<Effect> {
    return visibility === 'HELD' ? { comment: await this.comments.publishHeld(tx, id, actorId) } : {};
  }
}
