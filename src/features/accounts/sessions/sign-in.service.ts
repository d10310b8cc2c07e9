import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { accountsErrors } from '../accounts.errors.js';
import type { SignInInput } from '../accounts.inputs.js';
import { accountLimits } from '../accounts.limits.js';
import { AccountsThrottle } from '../accounts.throttle.js';
import { PasswordsService } from '../credentials/passwords.service.js';
import { UsersService } from '../users.service.js';
import { SessionsService, type SessionTokens } from './sessions.service.js';

interface Candidate {
  userId: string | null;
  hash: string | null;
  /** password of a sign-up whose address is not confirmed yet */
  pending: string | null;
}

/** Signing in with a password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly throttle: AccountsThrottle,
    private readonly passwords: PasswordsService,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * An unknown address and a wrong password get the same answer in the same time.
   * @throws DomainError WRONG_CREDENTIALS, RATE_LIMITED; EMAIL_NOT_VERIFIED to who knows a pending sign-up's password
   */
  async signIn({ email, password }: SignInInput, ip: string): Promise<SessionTokens> {
    const attempt = { account: email, ip };
    // counted before the comparison: guesses that arrive together are all counted
    await this.throttle.take(accountLimits.signIn, attempt);
    const { userId, hash, pending } = await this.candidate(email);
    if (!(await this.passwords.matches(hash ?? pending, password))) throw accountsErrors.WRONG_CREDENTIALS();
    await this.throttle.forgive(accountLimits.signIn, attempt);
    if (!hash || !userId) throw commonErrors.EMAIL_NOT_VERIFIED();
    return this.database.transaction(async (tx) => {
      const user = await this.users.lock(userId, tx);
      // a reset that ended all sessions meanwhile ends this one as well
      if ((await this.passwords.hashOf(userId, tx)) !== hash) throw accountsErrors.WRONG_CREDENTIALS();
      return this.sessions.issue(user, tx);
    });
  }

  /** One row whatever there is, by one statement. */
  private async candidate(email: string): Promise<Candidate> {
    const [row] = await this.database.query<Candidate>(
      `SELECT u.id AS "userId", c.password_hash AS hash,
         (SELECT s.password_hash FROM sign_up s WHERE lower(s.email) = lower($1) AND s.expires_at > $2
          ORDER BY s.created_at DESC LIMIT 1) AS pending
       FROM (SELECT) AS nobody
       LEFT JOIN "user" u ON lower(u.email) = lower($1)
       LEFT JOIN credential c ON c.user_id = u.id`,
      [email, this.clock.now()],
    );
    return row!;
  }
}
