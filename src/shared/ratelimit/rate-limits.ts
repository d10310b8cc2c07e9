import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../database/database.js';
import { commonErrors } from '../errors/common.errors.js';
import { Schedule } from '../jobs/job-handler.js';

/** At most `points` in `seconds`, counted per key: a user's id, an address, an e-mail address. */
export interface RateLimit {
  /** names its counters; unique in the application */
  name: string;
  points: number;
  seconds: number;
}

/** Counts attempts in the database, for all processes together. Call it before, not inside, a transaction. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor(private readonly database: Database) {}

  /**
   * Takes one point of each key.
   * @throws DomainError RATE_LIMITED, with the seconds to wait in `extensions.retryAfter`, where none is left
   */
  async take(limit: RateLimit, key: string): Promise<void> {
    try {
      await this.of(limit).consume(counter(key));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw commonErrors.RATE_LIMITED({ params: { retryAfter }, extensions: { retryAfter } });
    }
  }

  /** Gives back the point of an attempt that turned out not to count. */
  async giveBack(limit: RateLimit, key: string): Promise<void> {
    await this.of(limit).reward(counter(key));
  }

  /** Begins anew for this key. */
  async clear(limit: RateLimit, key: string): Promise<void> {
    await this.of(limit).delete(counter(key));
  }

  @Schedule('clear-rate-limits', '17 * * * *')
  async clearExpired(): Promise<void> {
    await this.database.query('DELETE FROM rate_limit WHERE expire < $1', [Date.now()]);
  }

  private of({ name, points, seconds }: RateLimit): RateLimiterAbstract {
    let limiter = this.limiters.get(name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: { query: (statement: Statement) => this.query(statement) },
        storeType: 'client',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: seconds,
      });
      this.limiters.set(name, limiter);
    }
    return limiter;
  }

  /** The shape of pg's answer, over the application's own pool. */
  private async query({ text, values }: Statement): Promise<{ rows: object[]; rowCount: number }> {
    const rows = await this.database.query<object>(text, values);
    return { rows, rowCount: rows.length };
  }
}

interface Statement {
  text: string;
  values: unknown[];
}

/** The table holds no address of anybody: keys are hashed, which also bounds their length. */
const counter = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** One household or server: an IPv4 address, or the network part of an IPv6 one, whose owner has 2^64 of them. */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4 || !ip.includes(':')) return v4 ?? ip;
  const [head = '', tail = ''] = ip.split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = ip.includes('::')
    ? [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
