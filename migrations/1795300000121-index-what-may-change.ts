import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

const NUMBER = `
WITH numbered AS (
  UPDATE award SET votes = CASE rule WHEN 'FIRST_VOTE' THEN 1 ELSE split_part(cause, ':', 3)::integer END
  WHERE id IN (SELECT id FROM award WHERE id > $1 AND rule IN ('FIRST_VOTE', 'VOTES') AND votes IS NULL ORDER BY id LIMIT 5000) RETURNING id)
SELECT max(id::text) AS last FROM numbered`;

/**
 * Fills which vote an award is for, and finds which of an idea's awards may have to change, and whose votes count for
 * nothing, also after they have left.
 */
export class IndexWhatMayChange1795300000121 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (let last: string | null = '00000000-0000-0000-0000-000000000000'; last;) {
      const [row] = (await runner.query(NUMBER, [last])) as { last: string | null }[];
      last = row!.last;
    }
    await createIndexes(runner, [
      `CREATE INDEX CONCURRENTLY award_votes_idx ON award (idea_id, votes) WHERE votes IS NOT NULL`,
      `CREATE INDEX CONCURRENTLY award_open_idx ON award (idea_id) WHERE comment_id IS NULL AND flag_id IS NULL AND (votes IS NULL OR NOT standing)`,
      `CREATE INDEX CONCURRENTLY ledger_account_user_idx ON ledger_account (user_id) WHERE user_id IS NOT NULL`,
      `CREATE INDEX CONCURRENTLY sanction_exclusion_idx ON sanction (company_id, user_id) WHERE kind = 'EXCLUSION' AND lifted_at IS NULL`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX award_votes_idx, award_open_idx, ledger_account_user_idx, sanction_exclusion_idx');
  }
}
