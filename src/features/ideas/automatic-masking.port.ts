import type { Transaction } from '../../shared/database/database.js';
import type { Covered } from './screening.port.js';

/** A post of which something is covered. */
export interface CoveredPost {
  companyId: string;
  kind: 'IDEA' | 'COMMENT';
  ideaId?: string;
  commentId?: string;
  authorId: string;
  covers: Covered;
}

/** Covers what the company shows to nobody, in a decision like others. The moderation feature provides it, in a global module. */
export abstract class AutomaticMasking {
  /** To be called once the post is written, with its locks, and laid before the moderators where it is. */
  abstract mask(tx: Transaction, post: CoveredPost): Promise<void>;
}
