import type { Transaction } from '../../shared/database/database.js';
import type { HoldReason } from '../companies/company.policy.js';
import type { ScreeningReason } from './screening.port.js';

/** What a moderator looks at: before it is published, or because of what screening found in it. */
export interface HeldPost {
  companyId: string;
  kind: 'IDEA' | 'COMMENT' | 'PROFILE';
  ideaId?: string;
  commentId?: string;
  profileId?: string;
  authorId: string;
  reason: HoldReason;
  /** all that screening found */
  reasons: readonly ScreeningReason[];
}

/** Where held posts are laid for review. The moderation feature provides it, in a global module. */
export abstract class ReviewDesk {
  /** Opens a review of this post; where one waits already, what was found is added to it. */
  abstract hold(tx: Transaction, post: HeldPost): Promise<void>;
  /** Its author changed a held or reported idea: who decides about the text before is refused with CONFLICT. */
  abstract changeIdea(tx: Transaction, ideaId: string): Promise<void>;
  /** The same for a comment. */
  abstract changeComment(tx: Transaction, commentId: string): Promise<void>;
  /** The same for a member, in all companies. */
  abstract changeProfile(tx: Transaction, userId: string): Promise<void>;
  /** Closes the pending review of an idea that its author has withdrawn, if there is one. */
  abstract dropIdea(tx: Transaction, ideaId: string): Promise<void>;
  /** The same for a comment that its author has deleted. */
  abstract dropComment(tx: Transaction, commentId: string): Promise<void>;
}
