import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { CommentModeration } from '../../comments/comment-moderation.service.js';
import { User } from '../../accounts/user.entity.js';
import { IdeasService } from '../../ideas/ideas.service.js';
import type { Review } from '../reviews/review.entity.js';
import type { Term } from '../sanctions/sanction.policy.js';
import { SanctionsService } from '../sanctions/sanctions.service.js';
import type { Access } from '../../companies/memberships.service.js';
import { CommentEffects } from './comment-effects.service.js';
import type { Decision, Effect } from './decision.entity.js';
import { isAboutAuthor } from './decision.policy.js';
import type { Act, Item } from './effects.js';
import { IdeaEffects } from './idea-effects.service.js';

type Target = Pick<Review, 'ideaId' | 'commentId' | 'profileId'>;
type Merging = Pick<Review, 'companyId' | 'ideaId'>;

/** Carries decisions out, and undoes them. */
@Injectable()
export class ItemEffects {
  constructor(
    private readonly allIdeas: IdeasService,
    private readonly allComments: CommentModeration,
    private readonly ideas: IdeaEffects,
    private readonly comments: CommentEffects,
    private readonly sanctions: SanctionsService,
  ) {}

  /** The ideas of a merge: before anything else is locked. */
  async lockMerge(tx: Transaction, { companyId, ideaId }: Merging, targetId?: string | null): Promise<void> {
    await this.ideas.lock(tx, companyId, [ideaId, targetId]);
  }

  /** The item as it stands now, locked. */
  async read(tx: Transaction, { ideaId, commentId, profileId }: Target): Promise<Item> {
    if (profileId) {
      const { displayName, bio } = await tx.findOneByOrFail(User, { id: profileId });
      return { visibility: 'PUBLISHED', locked: false, text: `${displayName}\n${bio ?? ''}` };
    }
    if (commentId) {
      const { visibility, body } = await this.allComments.lock(tx, commentId);
      return { visibility, locked: false, text: body };
    }
    const { visibility, locked, title, body } = await this.allIdeas.forUpdate(tx, ideaId!);
    return { visibility, locked, text: `${title}\n${body}` };
  }

  /** @returns what is needed to undo it. @throws DomainError CONFLICT when the item is not there any more, VALIDATION_FAILED */
  async apply(tx: Transaction, item: Item, decision: Omit<Decision, 'effect'>, how: Act): Promise<Effect> {
    if (isAboutAuthor(decision.act) || decision.profileId) return {};
    const effects = decision.commentId ? this.comments : this.ideas;
    return effects.apply(tx, item, decision, how);
  }

  /** Whether the viewer may sanction its author. @throws DomainError FORBIDDEN */
  async checkSanction(tx: Transaction, access: Access, { authorId }: Review): Promise<void> {
    await this.sanctions.check(tx, access, authorId);
  }

  /** Imposes what a decision that is stored says. */
  async sanction(tx: Transaction, decision: Decision, term: Term): Promise<void> {
    await this.sanctions.impose(tx, decision, term);
  }

  /** Puts back what was there. @param later decisions that have changed some of it again, which stays */
  async undo(tx: Transaction, decision: Decision, actorId: string, later: Decision[]): Promise<void> {
    if (isAboutAuthor(decision.act)) return this.sanctions.lift(tx, decision, actorId);
    if (decision.profileId) return;
    const effects = decision.commentId ? this.comments : this.ideas;
    await effects.undo(tx, decision, actorId, later);
  }
}
