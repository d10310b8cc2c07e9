import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createHmac } from 'node:crypto';
import { IsNull } from 'typeorm';
import type { AccessToken } from '../../../shared/auth/jwt.strategy.js';
import { Clock } from '../../../shared/config/clock.js';
import { Config } from '../../../shared/config/config.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { hashOf, newSecret } from '../credentials/secret-token.js';
import type { User } from '../user.entity.js';
import { UsersService } from '../users.service.js';
import { RefreshToken } from './refresh-token.entity.js';

/** A session as its owner gets it. */
export interface SessionTokens {
  userId: string;
  accessToken: string;
  /** when the access token runs out */
  expiresAt: Date;
  /** for the cookie alone */
  refreshToken: string;
}

type Owner = Pick<User, 'id' | 'locale'>;

/** How long after its use a token is taken for the same browser's other tab, not for a thief's. */
const GRACE_MS = 10_000;

/** Sign-ins: an access token of some minutes, and a refresh token that each use replaces. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** A new session, with a token family of its own. */
  issue(user: Owner, tx?: Transaction): Promise<SessionTokens> {
    return this.store(tx ?? this.database.manager, user, newId(), newSecret());
  }

  /**
   * Replaces a refresh token. One that was replaced before means that two have it: the session ends for both. Only
   * within the grace, and for the same client, it leads to the same successor again.
   * @throws DomainError UNAUTHENTICATED
   */
  async refresh(refreshToken: string, client: string): Promise<SessionTokens> {
    const owner = await this.ownerOf(refreshToken);
    if (!owner) throw commonErrors.UNAUTHENTICATED();
    const tokens = await this.database.transaction(async (tx) => {
      const user = await this.users.lock(owner.userId, tx);
      const row = await tx.findOneByOrFail(RefreshToken, { id: owner.id });
      if (row.revokedAt) return null;
      const next = this.successor(refreshToken, client);
      if (!row.usedAt) {
        await tx.update(RefreshToken, row.id, { usedAt: this.clock.now() });
        return this.store(tx, user, row.familyId, next);
      }
      const newest = await this.newestAfter(tx, row, next, client);
      if (newest) return this.tokens(user, row.familyId, newest);
      await this.revoke(tx, { familyId: row.familyId });
      return null;
    });
    if (!tokens) throw commonErrors.UNAUTHENTICATED();
    return tokens;
  }

  /** Whose cookie this is, while its session lives. */
  async ownerOf(refreshToken: string): Promise<RefreshToken | null> {
    const row = await this.database.manager.findOneBy(RefreshToken, {
      tokenHash: hashOf(refreshToken),
      revokedAt: IsNull(),
    });
    return row && row.expiresAt > this.clock.now() ? row : null;
  }

  /** Signs out here. */
  async end(userId: string, familyId: string, tx?: Transaction): Promise<void> {
    if (!tx) return this.database.transaction((own) => this.end(userId, familyId, own));
    await this.users.lock(userId, tx);
    await this.revoke(tx, { userId, familyId });
  }

  /** Signs out everywhere. */
  async endAll(userId: string, tx?: Transaction): Promise<void> {
    if (!tx) return this.database.transaction((own) => this.endAll(userId, own));
    await this.users.lock(userId, tx);
    await this.revoke(tx, { userId });
  }

  private async revoke(tx: Transaction, which: { userId?: string; familyId?: string }): Promise<void> {
    await tx.update(RefreshToken, { ...which, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  /** Follows a used token's successors to the one not used yet; null outside the grace or for another client. */
  private async newestAfter(tx: Transaction, used: RefreshToken, next: string, client: string): Promise<string | null> {
    let usedAt = used.usedAt;
    for (let token = next; usedAt; token = this.successor(token, client)) {
      if (this.clock.now().getTime() - usedAt.getTime() > GRACE_MS) return null;
      const row = await tx.findOneBy(RefreshToken, { tokenHash: hashOf(token), revokedAt: IsNull() });
      if (!row) return null;
      if (!row.usedAt) return token;
      usedAt = row.usedAt;
    }
    return null;
  }

  /**
   * The token that follows: as secret as this one and the server's key, and the same for all who hold this one. So
   * parallel tabs end with one token, and a thief can't grow a branch of their own that nobody would notice.
   */
  private successor(refreshToken: string, client: string): string {
    return createHmac('sha256', this.config.jwtSecret)
      .update(`refresh\n${refreshToken}\n${client}`)
      .digest('base64url');
  }

  private async store(tx: Transaction, user: Owner, familyId: string, secret: string): Promise<SessionTokens> {
    const now = this.clock.now();
    await tx.insert(RefreshToken, {
      id: newId(),
      userId: user.id,
      familyId,
      tokenHash: hashOf(secret),
      createdAt: now,
      expiresAt: new Date(now.getTime() + this.config.refreshTokenSeconds * 1000),
    });
    return this.tokens(user, familyId, secret);
  }

  private tokens({ id: userId, locale }: Owner, familyId: string, refreshToken: string): SessionTokens {
    const accessToken = this.jwt.sign({ sub: userId, sid: familyId, loc: locale } satisfies AccessToken);
    const { exp } = this.jwt.decode<{ exp: number }>(accessToken);
    return { userId, accessToken, expiresAt: new Date(exp * 1000), refreshToken };
  }
}
