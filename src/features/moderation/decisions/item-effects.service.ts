import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { CommentVisibility } from '../../comments/comment.entity.js';
import { CommentModeration } from '../../comments/comment-moderation.service.js';
import { IdeaVisibility } from '../../ideas/idea.entity.js';
import { IdeasService } from '../../ideas/ideas.service.js';
import { IdeaModeration } from '../../ideas/moderation/idea-moderation.service.js';
import type { Review } from '../reviews/review.entity.js';
import { type Decision, DecisionAct, type Effect } from './decision.entity.js';
import { contentHash } from './decision.policy.js';

type Target = Pick<Review, 'ideaId' | 'commentId'>;

/** An item as decisions see it. */
export interface Item {
  visibility: string;
  contentHash: string;
}

const HIDDEN_AS: Partial<Record<DecisionAct, 'HELD' | 'HIDDEN' | 'REMOVED'>> = {
  REQUEST_EDIT: 'HELD',
  HIDE: 'HIDDEN',
  REMOVE: 'REMOVED',
};

/** Carries decisions out, and undoes them. */
@Injectable()
export class ItemEffects {
  constructor(
    private readonly allIdeas: IdeasService,
    private readonly ideas: IdeaModeration,
    private readonly comments: CommentModeration,
  ) {}

  /** The item as it stands now, locked. */
  async read(tx: Transaction, { ideaId, commentId }: Target): Promise<Item> {
    if (commentId) {
      const { visibility, body } = await this.comments.lock(tx, commentId);
      return { visibility, contentHash: contentHash(body) };
    }
    const { visibility, title, body } = await this.allIdeas.forUpdate(tx, ideaId!);
    return { visibility, contentHash: contentHash(title, body) };
  }

  /** @returns what is needed to undo it. @throws DomainError CONFLICT when the item is not there any more */
  async apply(tx: Transaction, item: Item, decision: Omit<Decision, 'effect'>, reason: string): Promise<Effect> {
    const { act, ideaId, commentId, decidedById: actorId } = decision;
    const to = HIDDEN_AS[act];
    if (to && commentId)
      return { comment: await this.comments.hide(tx, commentId, actorId, { to: CommentVisibility[to], reason }) };
    if (to) return { idea: await this.ideas.hide(tx, ideaId!, actorId, { to: IdeaVisibility[to], reason }) };
    if (act === DecisionAct.LOCK) return { locked: await this.ideas.lock(tx, ideaId!, true) };
    if (item.visibility !== 'HELD') return {};
    if (commentId) return { comment: await this.comments.publishHeld(tx, commentId, actorId!) };
    return { idea: await this.ideas.publishHeld(tx, ideaId!, actorId!) };
  }

  /** Puts back what was there. */
  async undo(tx: Transaction, { ideaId, commentId, effect }: Decision, actorId: string): Promise<void> {
    const { idea, comment, locked } = effect;
    if (comment) await this.comments.restore(tx, commentId!, actorId, comment);
    if (idea) await this.ideas.restore(tx, ideaId!, actorId, idea);
    if (locked !== undefined) await this.ideas.lock(tx, ideaId!, locked);
  }
}
