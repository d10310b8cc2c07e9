import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When managers were last told that reviews are overdue, and how those are found among all that were ever decided. */
export class AlertOfOverdueReviews1795300000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_alert (
        company_id uuid PRIMARY KEY CONSTRAINT review_alert_company_fk REFERENCES company (id) ON DELETE CASCADE,
        alerted_at timestamptz NOT NULL
      );
      CREATE INDEX review_overdue_idx ON review (company_id, due_at) WHERE state = 'PENDING'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX review_overdue_idx; DROP TABLE review_alert');
  }
}
