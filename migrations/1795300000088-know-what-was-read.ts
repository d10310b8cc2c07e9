import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was told of a comment that was public is not told again, although nobody is shown that version any more. */
export class KnowWhatWasRead1795300000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE comment ADD COLUMN was_read boolean NOT NULL DEFAULT false;
      ALTER TABLE comment_revision ADD COLUMN was_read boolean NOT NULL DEFAULT true;
      UPDATE comment_revision SET was_read = false WHERE NOT was_public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE comment_revision DROP COLUMN was_read;
      ALTER TABLE comment DROP COLUMN was_read`);
  }
}
