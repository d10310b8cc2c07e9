import type { Transaction } from '../../shared/database/database.js';
import type { HoldReason } from '../companies/company.policy.js';

/** A post that waits for a moderator before it is published. */
export interface HeldPost {
  companyId: string;
  kind: 'IDEA' | 'COMMENT';
  ideaId?: string;
  commentId?: string;
  authorId: string;
  reason: HoldReason;
}

/** Where held posts are laid for review. The moderation feature provides it, in a global module. */
export abstract class ReviewDesk {
  /** Opens a review of this post; it ends in the post's `publishHeld` or `rejectHeld`. */
  abstract hold(tx: Transaction, post: HeldPost): Promise<void>;
  /** Its author changed a held or reported idea: who decides about the text before is refused with CONFLICT. */
  abstract changeIdea(tx: Transaction, ideaId: string): Promise<void>;
  /** The same for a comment. */
  abstract changeComment(tx: Transaction, commentId: string): Promise<void>;
  /** Closes the pending review of an idea that its author has withdrawn, if there is one. */
  abstract dropIdea(tx: Transaction, ideaId: string): Promise<void>;
  /** The same for a comment that its author has deleted. */
  abstract dropComment(tx: Transaction, commentId: string): Promise<void>;
}
