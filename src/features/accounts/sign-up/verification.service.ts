import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { AccountCreated } from '../accounts.events.js';
import { accountsErrors } from '../accounts.errors.js';
import { PasswordsService } from '../credentials/passwords.service.js';
import { SessionsService, type SessionTokens } from '../sessions/sessions.service.js';
import type { User } from '../user.entity.js';
import { UsersService } from '../users.service.js';
import type { SignUp } from './sign-up.entity.js';
import { SignUpService } from './sign-up.service.js';

/** Makes a user of a sign-up whose link was opened. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Database,
    private readonly signUps: SignUpService,
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
  ) {}

  /** Signs in for the first time; null when the link is not one of a sign-up. */
  complete(secret: string): Promise<SessionTokens | null> {
    return this.database.transaction(async (tx) => {
      const signUp = await this.signUps.take(tx, secret);
      if (!signUp) return null;
      const user = await this.userOf(tx, signUp);
      await this.passwords.set(tx, user.id, signUp.passwordHash);
      return this.sessions.issue(user, tx);
    });
  }

  private async userOf(tx: Transaction, { email, displayName, locale }: SignUp): Promise<User> {
    const known = await this.users.byEmail(email, tx);
    if (!known) {
      const user = await this.users.create(tx, { email, displayName, locale, verified: true });
      const { id, createdAt } = user;
      await this.outbox.append(
        tx,
        AccountCreated({ companyId: null, aggregateId: id, actorId: id, payload: {}, occurredAt: createdAt }),
      );
      return user;
    }
    // an account that was imported, which its owner takes over; whoever used it until now is out
    const user = await this.users.lock(known.id, tx);
    if (user.emailVerifiedAt) throw accountsErrors.LINK_INVALID();
    await this.users.verifyEmail(tx, user.id, { displayName, locale });
    await this.sessions.endAll(user.id, tx);
    return user;
  }
}
