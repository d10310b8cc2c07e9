import { Injectable } from '@nestjs/common';
import QuickLRU from 'quick-lru';
import { Clock } from '../../shared/config/clock.js';
import { RateLimits } from '../../shared/ratelimit/rate-limits.js';
import type { InsightsArgs } from './insights.args.js';
import { InsightsQueries } from './insights.queries.js';
import type { Participation } from './insights.type.js';

const KEPT_MS = 5 * 60_000;
/** Of a company: each of another period, and some seconds of the database for the largest. */
const COUNTS = { name: 'participation', points: 60, seconds: 600 };

/** What people did is counted from every vote: once for all managers who ask, and kept for a while in this process. */
@Injectable()
export class ParticipationService {
  private readonly kept = new QuickLRU<string, Promise<Participation>>({ maxSize: 500, maxAge: KEPT_MS });

  constructor(
    private readonly queries: InsightsQueries,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller has checked the viewer.
   * @throws DomainError RATE_LIMITED, VALIDATION_FAILED on `timeZone`
   */
  of(args: InsightsArgs): Promise<Participation> {
    const { companyId, challengeId, from, to, unit, timeZone } = args;
    const key = [companyId, challengeId, from, to, unit, timeZone].join();
    const known = this.kept.get(key);
    if (known) return known;
    const counting = this.count(args);
    this.kept.set(key, counting);
    counting.catch(() => this.kept.delete(key));
    return counting;
  }

  private async count(args: InsightsArgs): Promise<Participation> {
    await this.limits.take(COUNTS, args.companyId);
    const countedAt = this.clock.now();
    return { ...(await this.queries.participation(args)), countedAt };
  }
}
