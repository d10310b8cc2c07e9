import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

/** Feeds read what was answered last. */
const INDEXES = [
  `CREATE INDEX CONCURRENTLY idea_answer_idx ON idea (company_id, answered_at, id) WHERE visibility = 'PUBLISHED' AND answered_at IS NOT NULL`,
  `CREATE INDEX CONCURRENTLY idea_challenge_answer_idx ON idea (company_id, challenge_id, answered_at, id) WHERE visibility = 'PUBLISHED' AND answered_at IS NOT NULL`,
];

export class IndexAnsweredIdeas1795300000050 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX idea_challenge_answer_idx, idea_answer_idx');
  }
}
