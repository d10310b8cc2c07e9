import type { Transaction } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';
import type { HoldReason } from '../companies/company.policy.js';
import type { Access } from '../companies/memberships.service.js';

/** How a post came in. Nothing of it is needed: a client that tells less is not suspected for it. */
export interface Origin {
  /** the address of the caller */
  ip: string;
  /** for how long it was being written, as the client says */
  writingMs?: number | null;
  /** what is in the field that people do not see */
  website?: string | null;
}

/** A text, and the field of the request that it comes in. */
export interface Part {
  field: string;
  text: string;
  /** whose name it is */
  fileId?: string;
}

/** What nobody shall read of a post, though it stands. */
export interface Covered {
  /** words of it, as they are written */
  passages: string[];
  /** files, for their names */
  attachmentIds: string[];
}

/** What somebody is about to say in a company. */
export interface Post {
  /** who writes it */
  access: Access;
  kind: 'IDEA' | 'COMMENT';
  /** its id, which it may have already */
  itemId: string;
  /** empty of a comment */
  title: string;
  body: string;
  /** what else others read of it: tags, the note of a change, the names of files */
  beside: Part[];
  language: Locale | null;
  /** null of a change of what was said before */
  origin: Origin | null;
}

/** One thing that screening found. */
export interface ScreeningReason {
  code: string;
  /** from 0 to 1 */
  score: number;
  /** for moderators */
  detail: string;
}

/** What becomes of a post. */
export interface Screened {
  /** why it waits for a moderator; null where it is published */
  hold: HoldReason | null;
  /** why a moderator should look at it, published or not */
  review: HoldReason | null;
  reasons: ScreeningReason[];
  /** what of it is covered once it is written; null: nothing */
  covers: Covered | null;
}

/** Looks at what is posted before others see it. The moderation feature provides it, in a global module. */
export abstract class Screening {
  /**
   * To be called first in the transaction that writes the post: two posts of one author are screened one after the other.
   * @throws DomainError VALIDATION_FAILED with BLOCKED_WORDS for the field that has them
   */
  abstract screen(tx: Transaction, post: Post): Promise<Screened>;
}
