import type { Transaction } from '../../shared/database/database.js';
import type { HeldPost } from './review-desk.port.js';
import type { Covered } from './screening.port.js';

/** A post of which something is covered. */
export type CoveredPost = Omit<HeldPost, 'reason' | 'reasons'> & { covers: Covered };

/**
 * What screening does about what is public, as decisions that its author can read and appeal against. The moderation
 * feature provides it, in a global module.
 */
export abstract class AutomaticActs {
  /** Takes a public post from sight until a moderator has read its new text; its author may go on changing it. */
  abstract hold(tx: Transaction, post: HeldPost): Promise<void>;
  /** Covers what the company shows to nobody; once the post is written, and laid before the moderators where it is. */
  abstract mask(tx: Transaction, post: CoveredPost): Promise<void>;
}
