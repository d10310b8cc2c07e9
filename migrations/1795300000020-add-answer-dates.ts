import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an idea was answered first, and when it was delivered: what the company's promise is counted from, and what the
 * list of what was delivered is ordered by.
 */
const DATES = `
ALTER TABLE idea ADD COLUMN first_answered_at timestamptz, ADD COLUMN delivered_at timestamptz;

UPDATE idea SET first_answered_at = a.first,
  delivered_at = CASE WHEN idea.status = 'DELIVERED' THEN coalesce(a.delivered, idea.answered_at) END
FROM (
  SELECT idea_id, min(created_at) AS first,
    -- of the run of deliveries that still lasts, the first
    min(created_at) FILTER (WHERE status = 'DELIVERED' AND created_at > coalesce(undone, '-infinity')) AS delivered
  FROM (SELECT *, max(created_at) FILTER (WHERE status <> 'DELIVERED') OVER (PARTITION BY idea_id) AS undone FROM answer) each
  GROUP BY idea_id
) a WHERE a.idea_id = idea.id;

CREATE INDEX idea_answered_idx ON idea (company_id, first_answered_at, published_at, status) WHERE visibility = 'PUBLISHED' AND first_answered_at IS NOT NULL;
CREATE INDEX idea_delivered_idx ON idea (company_id, delivered_at, id) WHERE visibility = 'PUBLISHED' AND delivered_at IS NOT NULL;
CREATE INDEX idea_challenge_delivered_idx ON idea (company_id, challenge_id, delivered_at, id) WHERE visibility = 'PUBLISHED' AND delivered_at IS NOT NULL;
`;

export class AddAnswerDates1795300000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DATES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idea DROP COLUMN first_answered_at, DROP COLUMN delivered_at');
  }
}
