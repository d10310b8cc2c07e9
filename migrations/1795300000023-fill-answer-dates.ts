import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes, forIdeas } from '../src/shared/database/online.js';

/** Of these ideas; locked in the order of their ids, as everybody locks several. */
const DATES = `
UPDATE idea SET first_answered_at = a.first,
  delivered_at = CASE WHEN idea.status = 'DELIVERED' THEN coalesce(a.delivered, idea.answered_at) END
FROM (
  SELECT idea_id, min(created_at) AS first,
    -- of the run of deliveries that still lasts, the first
    min(created_at) FILTER (WHERE status = 'DELIVERED' AND created_at > coalesce(undone, '-infinity')) AS delivered
  FROM (
    SELECT *, max(created_at) FILTER (WHERE status <> 'DELIVERED') OVER (PARTITION BY idea_id) AS undone
    FROM answer WHERE idea_id = ANY ($1::uuid[])) each
  GROUP BY idea_id
) a WHERE a.idea_id = idea.id
  AND idea.id IN (SELECT id FROM idea WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE)`;

const INDEXES = [
  `CREATE INDEX CONCURRENTLY idea_answered_idx ON idea (company_id, first_answered_at, published_at, status) WHERE visibility = 'PUBLISHED' AND first_answered_at IS NOT NULL`,
  `CREATE INDEX CONCURRENTLY idea_delivered_idx ON idea (company_id, delivered_at, id) WHERE visibility = 'PUBLISHED' AND delivered_at IS NOT NULL`,
  `CREATE INDEX CONCURRENTLY idea_challenge_delivered_idx ON idea (company_id, challenge_id, delivered_at, id) WHERE visibility = 'PUBLISHED' AND delivered_at IS NOT NULL`,
];

/** The dates of what is answered already, and what lists read them by. */
export class FillAnswerDates1795300000023 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await forIdeas(runner, 'answered_at IS NOT NULL AND first_answered_at IS NULL', (ids) =>
      runner.query(DATES, [ids]),
    );
    await createIndexes(runner, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX idea_challenge_delivered_idx, idea_delivered_idx, idea_answered_idx');
  }
}
