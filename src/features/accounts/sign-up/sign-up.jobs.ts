import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { JobHandler, Schedule } from '../../../shared/jobs/job-handler.js';
import { AccountsMailer } from '../accounts.mailer.js';
import { AccountLinksService } from '../credentials/account-links.service.js';
import { TokenPurpose } from '../credentials/account-token.entity.js';
import { hashOf } from '../credentials/secret-token.js';
import { UsersService } from '../users.service.js';
import { SignUp } from './sign-up.entity.js';

export const SIGN_UP_MAIL = 'mail-sign-up';
export const SIGN_UP_MAIL_AGAIN = 'mail-sign-up-again';

export interface SignUpMailJob {
  signUpId: string;
  secret: string;
}

export interface SignUpMailAgainJob {
  id: string;
  email: string;
  secret: string;
}

/** What a sign-up leads to once its answer has been given. */
@Injectable()
export class SignUpJobs {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly links: AccountLinksService,
    private readonly mails: AccountsMailer,
    private readonly clock: Clock,
  ) {}

  /** Writes to the address: its link, or that it has an account already. */
  @JobHandler(SIGN_UP_MAIL)
  mail({ signUpId, secret }: SignUpMailJob): Promise<void> {
    return this.database.transaction(async (tx) => {
      const signUp = await tx.findOneBy(SignUp, { id: signUpId });
      if (!signUp) return;
      const owner = await this.users.byEmail(signUp.email, tx);
      const key = `sign-up-${signUpId}`;
      if (!owner?.email || !owner.emailVerifiedAt) {
        return this.mails.send(tx, 'confirmSignUp', signUp, { path: pathOf(secret), key });
      }
      await tx.delete(SignUp, { id: signUpId });
      return this.mails.send(tx, 'alreadyRegistered', { ...owner, email: owner.email }, { path: '/sign-in', key });
    });
  }

  /** The same link's successor, for a pending sign-up or an account whose address is not confirmed. */
  @JobHandler(SIGN_UP_MAIL_AGAIN)
  mailAgain({ id, email, secret }: SignUpMailAgainJob): Promise<void> {
    return this.database.transaction(async (tx) => {
      const options = { path: pathOf(secret), key: `sign-up-again-${id}` };
      const signUp = await this.newestSignUp(tx, email);
      if (signUp) {
        await tx.update(SignUp, signUp.id, { tokenHash: hashOf(secret) });
        return this.mails.send(tx, 'confirmSignUp', signUp, options);
      }
      const user = await this.users.byEmail(email, tx);
      if (!user?.email || user.emailVerifiedAt) return;
      await this.links.create(tx, {
        id,
        userId: user.id,
        purpose: TokenPurpose.VERIFY_EMAIL,
        email: user.email,
        secret,
      });
      await this.mails.send(tx, 'confirmSignUp', { ...user, email: user.email }, options);
    });
  }

  /** Removes what has run out: sign-ups and links at once, sessions too. */
  @Schedule('clear-accounts', '41 3 * * *')
  async clearExpired(): Promise<void> {
    const now = this.clock.now();
    for (const table of ['sign_up', 'account_token', 'refresh_token']) {
      await this.database.query(`DELETE FROM ${table} WHERE expires_at < $1`, [now]);
    }
  }

  private newestSignUp(tx: Transaction, email: string): Promise<SignUp | null> {
    return tx
      .createQueryBuilder(SignUp, 's')
      .where('lower(s.email) = lower(:email) AND s.expiresAt > :now', { email, now: this.clock.now() })
      .orderBy('s.createdAt', 'DESC')
      .limit(1)
      .getOne();
  }
}

const pathOf = (secret: string) => `/verify-email?token=${secret}`;
