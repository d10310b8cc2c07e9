import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which vote an award is for, so that of an idea with many only the last are looked at. The next one fills it. */
export class NumberAwardsForVotes1795300000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE award ADD COLUMN votes integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE award DROP COLUMN votes');
  }
}
