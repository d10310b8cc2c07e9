import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

/** The few members who may be missing on leaderboards: all who have points are counted, and these are taken away. */
const INDEX = `CREATE INDEX CONCURRENTLY membership_unlisted_idx ON membership (company_id, user_id)
  WHERE role <> 'CUSTOMER' OR leaderboard_opt_out OR excluded_until IS NOT NULL OR suspended_until IS NOT NULL`;

export class IndexUnlistedMembers1795300000098 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member_level ADD COLUMN IF NOT EXISTS departed boolean NOT NULL DEFAULT false');
    await createIndexes(runner, [
      INDEX,
      'CREATE INDEX CONCURRENTLY member_level_departed_idx ON member_level (company_id, user_id) WHERE departed',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX membership_unlisted_idx');
    await runner.query('ALTER TABLE member_level DROP COLUMN departed');
  }
}
