import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { accountsErrors } from '../accounts.errors.js';
import type { User } from '../user.entity.js';
import { UsersService } from '../users.service.js';
import { AccountToken, TokenPurpose } from './account-token.entity.js';
import { hashOf } from './secret-token.js';

/** How long a link works, in hours. */
export const LINK_HOURS: Record<TokenPurpose, number> = { VERIFY_EMAIL: 48, CHANGE_EMAIL: 24, RESET_PASSWORD: 1 };

export interface NewLink {
  /** given by the caller, so that a repeated job makes no second one */
  id: string;
  userId: string;
  purpose: TokenPurpose;
  /** where it is mailed to */
  email: string;
  secret: string;
}

/** Links in mails that do one thing, once. */
@Injectable()
export class AccountLinksService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** A newer link of the same purpose replaces the older one. */
  async create(tx: Transaction, { secret, ...link }: NewLink): Promise<void> {
    if (await tx.existsBy(AccountToken, { id: link.id })) return;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LINK_HOURS[link.purpose] * 3_600_000);
    await tx.delete(AccountToken, { userId: link.userId, purpose: link.purpose });
    await tx.insert(AccountToken, { ...link, tokenHash: hashOf(secret), createdAt: now, expiresAt, usedAt: null });
  }

  /** @throws DomainError LINK_INVALID when it is unknown, used or expired, or for something else */
  async find(secret: string, purposes: TokenPurpose[]): Promise<AccountToken> {
    const where = { tokenHash: hashOf(secret), purpose: In(purposes), ...this.valid() };
    const link = await this.database.manager.findOneBy(AccountToken, where);
    if (!link) throw accountsErrors.LINK_INVALID();
    return link;
  }

  /**
   * Uses up a found link; of two at the same moment, one.
   * @returns its owner, locked
   * @throws DomainError LINK_INVALID
   */
  async use(tx: Transaction, link: AccountToken): Promise<User> {
    const user = await this.users.lock(link.userId, tx);
    const { affected } = await tx.update(AccountToken, { id: link.id, usedAt: IsNull() }, { usedAt: this.clock.now() });
    if (!affected) throw accountsErrors.LINK_INVALID();
    return user;
  }

  /** The link that its owner has not opened yet. */
  async pending(userId: string, purpose: TokenPurpose): Promise<AccountToken | null> {
    return this.database.manager.findOneBy(AccountToken, { userId, purpose, ...this.valid() });
  }

  async deleteAll(tx: Transaction, userId: string): Promise<void> {
    await tx.delete(AccountToken, { userId });
  }

  private valid() {
    return { usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
  }
}
