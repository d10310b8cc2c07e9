import { Injectable } from '@nestjs/common';
import { networkOf, RateLimits } from '../../shared/ratelimit/rate-limits.js';
import type { AccountLimit } from './accounts.limits.js';

/** Whose attempt it is: the account it aims at, and where it comes from. */
export interface Attempt {
  /** an e-mail address or a user's id */
  account: string;
  ip: string;
}

/** Counts attempts at an account, existing or not, and from a network. */
@Injectable()
export class AccountsThrottle {
  constructor(private readonly limits: RateLimits) {}

  /** @throws DomainError RATE_LIMITED */
  async take(limit: AccountLimit, { account, ip }: Attempt): Promise<void> {
    await this.limits.take(limit.network, networkOf(ip));
    await this.limits.take(limit.account, account.toLowerCase());
  }

  /** The attempt succeeded: it does not count, and the account's failures are forgotten. */
  async forgive(limit: AccountLimit, { account, ip }: Attempt): Promise<void> {
    await this.limits.giveBack(limit.network, networkOf(ip));
    await this.limits.clear(limit.account, account.toLowerCase());
  }
}
