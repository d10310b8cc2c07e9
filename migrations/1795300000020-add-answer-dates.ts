import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an idea was answered first, and when it was delivered: what the company's promise is counted from, and what the
 * list of what was delivered is ordered by.
 */
export class AddAnswerDates1795300000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE idea ADD COLUMN first_answered_at timestamptz, ADD COLUMN delivered_at timestamptz',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idea DROP COLUMN first_answered_at, DROP COLUMN delivered_at');
  }
}
