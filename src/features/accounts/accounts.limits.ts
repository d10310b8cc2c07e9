import type { RateLimit } from '../../shared/ratelimit/rate-limits.js';

const MINUTES = 60;
const HOURS = 3600;

/** How often somebody may try: `account` counts per e-mail address or user, `network` per network address. */
export const accountLimits = {
  /** wrong passwords only */
  signIn: limits('sign-in', { account: 10, network: 100, seconds: 15 * MINUTES }),
  /** wrong current passwords of somebody signed in */
  password: limits('password', { account: 10, network: 100, seconds: 15 * MINUTES }),
  signUp: limits('sign-up', { account: 5, network: 50, seconds: HOURS }),
  reset: limits('reset', { account: 5, network: 50, seconds: HOURS }),
  /** links that are mailed again, and e-mail changes */
  mail: limits('account-mail', { account: 5, network: 50, seconds: HOURS }),
};

export interface AccountLimit {
  account: RateLimit;
  network: RateLimit;
}

function limits(
  name: string,
  { account, network, seconds }: { account: number; network: number; seconds: number },
): AccountLimit {
  return {
    account: { name: `${name}-account`, points: account, seconds },
    network: { name: `${name}-network`, points: network, seconds },
  };
}
