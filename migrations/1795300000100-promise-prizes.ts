import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a challenge promises: prizes in points and in percent, how winners are found, and how long they may claim. */
export class PromisePrizes1795300000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE prize
        ADD COLUMN points integer CONSTRAINT prize_points_check CHECK (points > 0),
        ADD COLUMN share_basis_points integer CONSTRAINT prize_share_check CHECK (share_basis_points BETWEEN 1 AND 10000);
      ALTER TABLE challenge
        ADD COLUMN winners_by text NOT NULL DEFAULT 'MANAGER',
        ADD COLUMN claim_days integer NOT NULL DEFAULT 30
          CONSTRAINT challenge_claim_days_check CHECK (claim_days BETWEEN 7 AND 365),
        ADD COLUMN prizes_fixed_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE challenge DROP COLUMN prizes_fixed_at, DROP COLUMN claim_days, DROP COLUMN winners_by;
      ALTER TABLE prize DROP COLUMN share_basis_points, DROP COLUMN points`);
  }
}
