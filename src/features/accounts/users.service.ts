import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Locale } from '../../shared/errors/locale.js';
import { accountsErrors } from './accounts.errors.js';
import { User } from './user.entity.js';

/** Reads users, and writes their rows for whoever has checked that it may be done. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Anybody who ever had an account, the erased too. */
  byId(id: string, tx?: Transaction): Promise<User | null> {
    return (tx ?? this.database.manager).findOneBy(User, { id });
  }

  /** Without regard to case. */
  async byEmail(email: string, tx?: Transaction): Promise<User | null> {
    const query = (tx ?? this.database.manager).createQueryBuilder(User, 'u');
    return query.where('lower(u.email) = lower(:email)', { email }).getOne();
  }

  /**
   * The signed-in person.
   * @throws DomainError UNAUTHENTICATED when the account has been erased since the token was given
   */
  async ofViewer(viewer: Pick<Viewer, 'userId'>, tx?: Transaction): Promise<User> {
    const user = await (tx ?? this.database.manager).findOneBy(User, { id: viewer.userId, erasedAt: IsNull() });
    if (!user) throw commonErrors.UNAUTHENTICATED();
    return user;
  }

  /** The same, locked until the transaction ends. */
  async lock(id: string, tx: Transaction): Promise<User> {
    const user = await tx.findOne(User, { where: { id, erasedAt: IsNull() }, lock: { mode: 'for_no_key_update' } });
    if (!user) throw commonErrors.UNAUTHENTICATED();
    return user;
  }

  /** Those of these people who have erased their account, in order; nobody else of them does until the transaction ends. */
  async erased(tx: Transaction, ids: string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string; gone: boolean }>(
      'SELECT id, erased_at IS NOT NULL AS gone FROM "user" WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE',
      [ids],
      tx,
    );
    return rows.filter(({ gone }) => gone).map(({ id }) => id);
  }

  /** A new account, for what has proved the address (sign-up) or vouches for it (demo data, import). */
  async create(
    tx: Transaction,
    {
      email,
      displayName,
      locale,
      verified,
    }: { email: string | null; displayName: string; locale: Locale; verified: boolean },
  ): Promise<User> {
    const now = this.clock.now();
    const user = tx.create(User, {
      id: newId(),
      email,
      emailVerifiedAt: verified ? now : null,
      displayName,
      bio: null,
      locale,
      autoFollow: true,
      avatarFileId: null,
      createdAt: now,
      updatedAt: now,
      erasedAt: null,
    });
    await refuseTaken(tx.insert(User, user));
    return user;
  }

  async update(tx: Transaction, id: string, changes: Partial<User>): Promise<void> {
    await refuseTaken(tx.update(User, id, { ...changes, updatedAt: this.clock.now() }));
  }

  /** The address has been proved. */
  verifyEmail(tx: Transaction, id: string, changes: Partial<User> = {}): Promise<void> {
    return this.update(tx, id, { ...changes, emailVerifiedAt: this.clock.now() });
  }

  /** Leaves the row, which what they said points to, and nothing personal in it. */
  async erase(tx: Transaction, id: string): Promise<Date> {
    const erasedAt = this.clock.now();
    const nothing = {
      email: null,
      emailVerifiedAt: null,
      displayName: '',
      bio: null,
      locale: Locale.EN,
      avatarFileId: null,
    };
    await this.update(tx, id, { ...nothing, erasedAt });
    return erasedAt;
  }
}

/** Two who take one address at the same moment: the database lets one pass. */
async function refuseTaken(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    throw code === '23505' && constraint === 'user_email_key' ? accountsErrors.EMAIL_TAKEN() : error;
  }
}
