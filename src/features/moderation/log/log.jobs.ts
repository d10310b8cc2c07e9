import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { Schedule } from '../../../shared/jobs/job-handler.js';

// of a log that has not grown the head of before still holds
const PUBLISH = `
INSERT INTO published_log_head (company_id, day, position, hash, published_at)
SELECT h.company_id, ($1::timestamptz AT TIME ZONE 'UTC')::date, h.position, h.hash, $1 FROM moderation_log_head h
WHERE h.position > coalesce((SELECT p.position FROM published_log_head p WHERE p.company_id = h.company_id ORDER BY p.day DESC LIMIT 1), 0)
ON CONFLICT DO NOTHING`;

/** Publishes each day where every company's log ends, so that nobody can write its past anew. */
@Injectable()
export class LogJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Schedule('publish-log-heads', '5 0 * * *')
  async publishHeads(): Promise<void> {
    await this.database.query(PUBLISH, [this.clock.now()]);
  }
}
