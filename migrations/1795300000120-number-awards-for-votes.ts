import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which vote an award is for, so that of an idea with many only the last are looked at. */
export class NumberAwardsForVotes1795300000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE award ADD COLUMN votes integer;
      UPDATE award SET votes = CASE rule WHEN 'FIRST_VOTE' THEN 1 ELSE split_part(cause, ':', 3)::integer END WHERE rule IN ('FIRST_VOTE', 'VOTES')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE award DROP COLUMN votes');
  }
}
