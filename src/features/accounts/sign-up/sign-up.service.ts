import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { Jobs } from '../../../shared/jobs/jobs.js';
import type { SignUpInput } from '../accounts.inputs.js';
import { accountLimits } from '../accounts.limits.js';
import { AccountsThrottle } from '../accounts.throttle.js';
import { PasswordsService } from '../credentials/passwords.service.js';
import { hashOf, newSecret } from '../credentials/secret-token.js';
import { SIGN_UP_MAIL, type SignUpMailJob, SIGN_UP_MAIL_AGAIN, type SignUpMailAgainJob } from './sign-up.jobs.js';
import { SignUp } from './sign-up.entity.js';

const SIGN_UP_HOURS = 48;

/**
 * Signing up. Nothing here looks whether the address has an account: that is the job's, which writes to its owner. So
 * neither the answer nor its time can tell.
 */
@Injectable()
export class SignUpService {
  constructor(
    private readonly database: Database,
    private readonly throttle: AccountsThrottle,
    private readonly passwords: PasswordsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError VALIDATION_FAILED on `password`, RATE_LIMITED */
  async signUp({ email, displayName, password, locale }: SignUpInput, ip: string): Promise<void> {
    this.passwords.refuseWeak(password, [email, displayName], 'password');
    await this.throttle.take(accountLimits.signUp, { account: email, ip });
    const passwordHash = await this.passwords.hash(password);
    const secret = newSecret();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + SIGN_UP_HOURS * 3_600_000);
    const id = newId();
    await this.database.transaction(async (tx) => {
      await tx.insert(SignUp, {
        id,
        email,
        displayName,
        passwordHash,
        locale,
        tokenHash: hashOf(secret),
        createdAt,
        expiresAt,
      });
      await this.jobs.add(tx, { name: SIGN_UP_MAIL, payload: { signUpId: id, secret } satisfies SignUpMailJob });
    });
  }

  /** Mails the link again, where there is something to confirm. */
  async resend(email: string, ip: string): Promise<void> {
    await this.throttle.take(accountLimits.mail, { account: email, ip });
    const payload: SignUpMailAgainJob = { id: newId(), email, secret: newSecret() };
    await this.database.transaction((tx) => this.jobs.add(tx, { name: SIGN_UP_MAIL_AGAIN, payload }));
  }

  /** The sign-up of this link, used up together with all others of its address; null when there is none. */
  async take(tx: Transaction, secret: string): Promise<SignUp | null> {
    const all = await tx
      .createQueryBuilder(SignUp, 's')
      .where('lower(s.email) = (SELECT lower(o.email) FROM sign_up o WHERE o.token_hash = :hash)', {
        hash: hashOf(secret),
      })
      .orderBy('s.id')
      .setLock('pessimistic_write')
      .getMany();
    const found = all.find((one) => one.tokenHash.equals(hashOf(secret)));
    if (!found || found.expiresAt <= this.clock.now()) return null;
    await tx.delete(
      SignUp,
      all.map(({ id }) => id),
    );
    return found;
  }
}
