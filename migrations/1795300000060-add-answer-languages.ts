import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an answer is written in; of earlier ones it is not known. */
export class AddAnswerLanguages1795300000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer ADD COLUMN language text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer DROP COLUMN language');
  }
}
