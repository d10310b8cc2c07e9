import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

/** Finds which of an idea's awards may have to change, and whose votes count for nothing, also after they have left. */
export class IndexWhatMayChange1795300000121 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, [
      `CREATE INDEX CONCURRENTLY award_votes_idx ON award (idea_id, votes) WHERE votes IS NOT NULL`,
      `CREATE INDEX CONCURRENTLY award_open_idx ON award (idea_id) WHERE comment_id IS NULL AND flag_id IS NULL AND (votes IS NULL OR NOT standing)`,
      `CREATE INDEX CONCURRENTLY sanction_exclusion_idx ON sanction (company_id, user_id) WHERE kind = 'EXCLUSION' AND lifted_at IS NULL`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX award_votes_idx, award_open_idx, sanction_exclusion_idx');
  }
}
