import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

/** Finds the few members whose votes earn nobody points, and what somebody has appreciated. */
export class IndexWhatMembersDid1795300000095 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, [
      `CREATE INDEX CONCURRENTLY membership_excluded_idx ON membership (company_id, user_id) WHERE excluded_until IS NOT NULL`,
      `CREATE INDEX CONCURRENTLY comment_appreciation_user_idx ON comment_appreciation (user_id, comment_id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX membership_excluded_idx, comment_appreciation_user_idx');
  }
}
