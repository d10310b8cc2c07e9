import type { Transaction } from '../../shared/database/database.js';
import type { User } from './user.entity.js';

/** What people say about themselves; null where that is as it was. */
export type ProfileText = { [Field in 'displayName' | 'bio']: string | null };

/** Looks at what people say about themselves. The moderation feature provides it, in a global module. */
export abstract class ProfileScreening {
  /**
   * Looks at what has changed with the eyes of each company that the person is a member of.
   * @throws DomainError VALIDATION_FAILED with BLOCKED_WORDS for the field that has them
   */
  abstract screen(tx: Transaction, user: Pick<User, 'id' | 'locale'>, changed: ProfileText): Promise<void>;
}
