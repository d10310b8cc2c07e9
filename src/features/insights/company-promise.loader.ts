import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/database/database.js';
import { KeptLoader } from '../../shared/graphql/kept-loader.js';
import type { CompanyPromise } from './company-promise.type.js';

/** Each of its parts is read from an index alone: `idea_newest_idx` and, of those answered, `idea_answered_idx`. */
const PROMISE = `
SELECT c.id, all_ideas.count AS "ideaCount", answered.count AS "answeredCount", answered.delivered AS "deliveredCount",
  answered.hours AS "medianHoursToAnswer"
FROM unnest($1::uuid[]) c (id)
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS count FROM idea WHERE company_id = c.id AND visibility = 'PUBLISHED') all_ideas
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS count, count(*) FILTER (WHERE status = 'DELIVERED')::integer AS delivered,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_answered_at - published_at) / 3600) AS hours
  FROM idea WHERE company_id = c.id AND visibility = 'PUBLISHED' AND first_answered_at IS NOT NULL) answered`;

/** The promise of companies, all of a request in one statement. */
@Injectable()
export class CompanyPromiseLoader extends KeptLoader<CompanyPromise> {
  constructor(private readonly database: Database) {
    super();
  }

  protected count(ids: readonly string[]): Promise<(CompanyPromise & { id: string })[]> {
    return this.database.query(PROMISE, [ids]);
  }
}
