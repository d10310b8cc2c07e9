import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellOfRewards1795300000116 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification ADD COLUMN subject_ids uuid[]');
    await runner.query(`
      CREATE TABLE reward_news (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL CONSTRAINT reward_news_company_fk REFERENCES company (id) ON DELETE CASCADE,
        user_id uuid NOT NULL CONSTRAINT reward_news_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
        kind text NOT NULL,
        group_key text NOT NULL,
        subject_id uuid,
        detail text,
        at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX reward_news_company_idx ON reward_news (company_id, user_id)');
    await runner.query('CREATE INDEX reward_news_user_idx ON reward_news (user_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reward_news');
    await runner.query('ALTER TABLE notification DROP COLUMN subject_ids');
  }
}
