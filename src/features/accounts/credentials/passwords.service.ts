import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { accountsErrors } from '../accounts.errors.js';
import { accountLimits } from '../accounts.limits.js';
import { AccountsThrottle } from '../accounts.throttle.js';
import { Credential } from './credential.entity.js';
import { passwordProblem } from './password.policy.js';
import { newSecret } from './secret-token.js';

/** Argon2id, 19 MiB and two passes: about 50 ms of work per guess. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords: judged when chosen, kept as Argon2id hashes, compared in the same time whether there is one or not. */
@Injectable()
export class PasswordsService {
  /** compared with where there is no password, so that the answer takes as long */
  private readonly nobodys = hash(newSecret(), COST);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: AccountsThrottle,
  ) {}

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** @throws DomainError VALIDATION_FAILED on `field` when it is too common or too easy to guess */
  refuseWeak(password: string, about: string[], field: string): void {
    const problem = passwordProblem(password, about);
    if (!problem) return;
    const { code, text } = accountsErrors[problem]();
    throw invalidField(field, code, text);
  }

  async matches(known: string | null | undefined, password: string): Promise<boolean> {
    const same = await verify(known ?? (await this.nobodys), password);
    return same && known != null;
  }

  /**
   * Asks somebody signed in for their password again.
   * @returns its hash, to be compared with once the user is locked
   * @throws DomainError WRONG_PASSWORD on `field`, RATE_LIMITED
   */
  async confirm(userId: string, password: string, ip: string, field: string): Promise<string> {
    const attempt = { account: userId, ip };
    await this.throttle.take(accountLimits.password, attempt);
    const known = await this.hashOf(userId);
    if (!(await this.matches(known, password))) throw accountsErrors.WRONG_PASSWORD({ field });
    await this.throttle.forgive(accountLimits.password, attempt);
    return known!;
  }

  async hashOf(userId: string, tx?: Transaction): Promise<string | null> {
    const found = await (tx ?? this.database.manager).findOneBy(Credential, { userId });
    return found?.passwordHash ?? null;
  }

  async set(tx: Transaction, userId: string, passwordHash: string): Promise<void> {
    await tx.upsert(Credential, { userId, passwordHash, changedAt: this.clock.now() }, ['userId']);
  }
}
