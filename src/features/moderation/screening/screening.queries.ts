import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { Schedule } from '../../../shared/jobs/job-handler.js';
import type { Fingerprint } from './fingerprint.js';

/** What a company screens with, in which version. */
interface Terms {
  version: number | null;
  trainedAt: Date | null;
  spamChecks: boolean;
}

interface Trace {
  companyId: string;
  authorId: string;
  itemId: string;
  fingerprint: Fingerprint | null;
  /** null of somebody whose network is not looked at */
  network: string | null;
}

interface Before {
  before: Fingerprint[];
  postsOfLate: number;
  neighbours: number;
}

/** One's posts of one company are looked at in turn, so that many at once do not pass as one. */
const TERMS = `SELECT s.version, m.trained_at AS "trainedAt", coalesce(s.spam_checks, true) AS "spamChecks",
    CASE WHEN coalesce(s.spam_checks, true) THEN pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))::text END AS turn
  FROM (SELECT $1::uuid AS company_id) c LEFT JOIN screening_settings s USING (company_id) LEFT JOIN spam_model m USING (company_id)`;

const MOST_BEFORE = 20;
const TRACE = `WITH post AS (
  INSERT INTO screened_post (company_id, item_id, author_id, hash, sketch, created_at)
  VALUES ($1, $3, $2, $4, $5::integer[], $6::timestamptz)
  ON CONFLICT (company_id, item_id) DO UPDATE SET hash = $4, sketch = $5::integer[]
), sighting AS (
  INSERT INTO network_sighting (company_id, network, user_id, seen_at)
  SELECT $1, $7::text, $2, $6::timestamptz WHERE $7::text IS NOT NULL
  ON CONFLICT (company_id, network, user_id) DO UPDATE SET seen_at = $6::timestamptz
)
SELECT (
  SELECT count(*)::integer FROM screened_post WHERE company_id = $1 AND author_id = $2 AND item_id <> $3
    AND created_at > $6::timestamptz - interval '10 minutes'
) AS "postsOfLate", (
  SELECT count(*)::integer FROM network_sighting WHERE company_id = $1 AND network = $7::text AND user_id <> $2
    AND seen_at > $6::timestamptz - interval '7 days'
) AS neighbours, (
  SELECT coalesce(json_agg(json_build_object('hash', hash, 'sketch', sketch)), '[]') FROM (
    SELECT hash, sketch FROM screened_post WHERE company_id = $1 AND author_id = $2 AND item_id <> $3
    ORDER BY created_at DESC LIMIT ${MOST_BEFORE}
  ) post WHERE hash IS NOT NULL
) AS before`;

/** What screening reads and keeps: two statements for a post. */
@Injectable()
export class ScreeningQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Waits for its author's turn where spam is looked for. */
  async terms(tx: Transaction, companyId: string, authorId: string): Promise<Terms> {
    const [row] = await this.database.query<Terms>(TERMS, [companyId, authorId], tx);
    return row!;
  }

  /** Keeps the trace of a post, and tells of those before it. */
  async trace(tx: Transaction, { companyId, authorId, itemId, fingerprint, network }: Trace): Promise<Before> {
    const print = [fingerprint?.hash ?? null, fingerprint?.sketch ?? []];
    const params = [companyId, authorId, itemId, ...print, this.clock.now(), network];
    const [row] = await this.database.query<Before>(TRACE, params, tx);
    return row!;
  }

  /** Networks after 7 days, fingerprints after 30. */
  @Schedule('forget-screened-posts', '41 * * * *')
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.database.query(`DELETE FROM network_sighting WHERE seen_at < $1::timestamptz - interval '7 days'`, [
      now,
    ]);
    await this.database.query(`DELETE FROM screened_post WHERE created_at < $1::timestamptz - interval '30 days'`, [
      now,
    ]);
  }
}
