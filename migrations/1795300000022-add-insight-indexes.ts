import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

/** A company's acts by time, with all that its charts count of them: no chart reads a text. */
const INDEXES = [
  `CREATE INDEX CONCURRENTLY vote_insight_idx ON vote (company_id, created_at) INCLUDE (user_id, idea_id)`,
  `CREATE INDEX CONCURRENTLY comment_insight_idx ON comment (company_id, created_at) INCLUDE (author_id, idea_id) WHERE visibility = 'PUBLISHED'`,
  `CREATE INDEX CONCURRENTLY idea_insight_idx ON idea (company_id, published_at) INCLUDE (id, challenge_id, author_id, status, first_answered_at) WHERE visibility = 'PUBLISHED'`,
];

export class AddInsightIndexes1795300000022 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX comment_insight_idx, vote_insight_idx, idea_insight_idx');
  }
}
