import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { CommentVisibility } from '../../comments/comment.entity.js';
import { CommentModeration } from '../../comments/comment-moderation.service.js';
import { IdeaVisibility } from '../../ideas/idea.entity.js';
import { User } from '../../accounts/user.entity.js';
import { IdeasService } from '../../ideas/ideas.service.js';
import { IdeaModeration } from '../../ideas/moderation/idea-moderation.service.js';
import type { Review } from '../reviews/review.entity.js';
import type { Term } from '../sanctions/sanction.policy.js';
import { SanctionsService } from '../sanctions/sanctions.service.js';
import type { Access } from '../../companies/memberships.service.js';
import { type Decision, DecisionAct, type Effect } from './decision.entity.js';
import { contentHash, isAboutAuthor } from './decision.policy.js';

type Target = Pick<Review, 'ideaId' | 'commentId' | 'profileId'>;

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
    private readonly sanctions: SanctionsService,
  ) {}

  /** The item as it stands now, locked. */
  async read(tx: Transaction, { ideaId, commentId, profileId }: Target): Promise<Item> {
    if (profileId) {
      const { displayName, bio } = await tx.findOneByOrFail(User, { id: profileId });
      return { visibility: 'PUBLISHED', contentHash: contentHash(displayName, bio ?? '') };
    }
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
    if (isAboutAuthor(act)) return {};
    const to = HIDDEN_AS[act];
    if (to && commentId)
      return { comment: await this.comments.hide(tx, commentId, actorId, { to: CommentVisibility[to], reason }) };
    if (to) return { idea: await this.ideas.hide(tx, ideaId!, actorId, { to: IdeaVisibility[to], reason }) };
    if (act === DecisionAct.LOCK) return { locked: await this.ideas.lock(tx, ideaId!, true) };
    if (item.visibility !== 'HELD') return {};
    if (commentId) return { comment: await this.comments.publishHeld(tx, commentId, actorId!) };
    return { idea: await this.ideas.publishHeld(tx, ideaId!, actorId!) };
  }

  /** Whether the viewer may sanction its author. @throws DomainError FORBIDDEN */
  async checkSanction(tx: Transaction, access: Access, { authorId }: Review): Promise<void> {
    await this.sanctions.check(tx, access, authorId);
  }

  /** Imposes what a decision that is stored says. */
  async sanction(tx: Transaction, decision: Decision, term: Term): Promise<void> {
    await this.sanctions.impose(tx, decision, term);
  }

  /** Puts back what was there. */
  async undo(tx: Transaction, decision: Decision, actorId: string): Promise<void> {
    const { act, ideaId, commentId, effect } = decision;
    if (isAboutAuthor(act)) return this.sanctions.lift(tx, decision, actorId);
    const { idea, comment, locked } = effect;
    if (comment) await this.comments.restore(tx, commentId!, actorId, comment);
    if (idea) await this.ideas.restore(tx, ideaId!, actorId, idea);
    if (locked !== undefined) await this.ideas.lock(tx, ideaId!, locked);
  }
}
