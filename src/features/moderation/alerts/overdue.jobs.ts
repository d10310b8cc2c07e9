import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { Schedule } from '../../../shared/jobs/job-handler.js';
import { ReviewsOverdue } from '../moderation.events.js';

const DAY = 24 * 3_600_000;

/** The companies whose turn it is: something is overdue now ($1), and they were not told since ($2). */
const ALERT = `
WITH late AS (
  SELECT company_id, count(*)::integer AS count, min(due_at) AS since FROM review
  WHERE state = 'PENDING' AND due_at <= $1 GROUP BY company_id
), told AS (
  INSERT INTO review_alert AS a (company_id, alerted_at) SELECT company_id, $1 FROM late ORDER BY company_id
  ON CONFLICT (company_id) DO UPDATE SET alerted_at = excluded.alerted_at WHERE a.alerted_at <= $2 RETURNING company_id
)
SELECT company_id AS "companyId", count, since FROM late JOIN told USING (company_id)`;

/** Tells the world that reviews are overdue: of each company once a day at most, and only while some are. */
@Injectable()
export class OverdueJobs {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Every hour, since some rules leave no more than a few; what runs again finds that all are told. */
  @Schedule('alert-overdue-reviews', '23 * * * *')
  async alert(): Promise<void> {
    const occurredAt = this.clock.now();
    await this.database.transaction(async (tx) => {
      const late = await this.database.query<{ companyId: string; count: number; since: Date }>(
        ALERT,
        [occurredAt, new Date(occurredAt.getTime() - DAY)],
        tx,
      );
      const facts = late.map(({ companyId, count, since }) =>
        ReviewsOverdue({
          ...{ companyId, aggregateId: companyId, actorId: null, occurredAt },
          payload: { count, since: since.toISOString() },
        }),
      );
      if (facts.length > 0) await this.outbox.append(tx, ...facts);
    });
  }
}
