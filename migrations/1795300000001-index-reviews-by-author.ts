import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexReviewsByAuthor1795300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX review_author_idx ON review (company_id, author_id, decided_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX review_author_idx');
  }
}
