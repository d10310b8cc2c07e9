import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds read what was answered last. */
export class IndexAnsweredIdeas1795300000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX idea_answer_idx ON idea (company_id, answered_at, id) WHERE visibility = 'PUBLISHED' AND answered_at IS NOT NULL;
CREATE INDEX idea_challenge_answer_idx ON idea (company_id, challenge_id, answered_at, id) WHERE visibility = 'PUBLISHED' AND answered_at IS NOT NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX idea_challenge_answer_idx; DROP INDEX idea_answer_idx;');
  }
}
