import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

// Of what waits for an answer, one ordered run of the first index for each step of its support; the list merges them,
// whatever the company's own pace is.
const INDEXES = [
  `CREATE INDEX CONCURRENTLY idea_tally_waiting_idx ON idea_tally (company_id, support_steps(score, comment_count), published_at, idea_id, challenge_id) WHERE listed AND NOT answered`,
  `CREATE INDEX CONCURRENTLY idea_follow_up_idx ON idea (company_id, status, answered_at, id) WHERE visibility = 'PUBLISHED' AND answered_at IS NOT NULL`,
  `CREATE UNIQUE INDEX CONCURRENTLY answer_idempotency_key ON answer (company_id, author_id, idempotency_key, idea_id) WHERE idempotency_key IS NOT NULL`,
];

export class IndexAnswerDesk1795300000024 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX answer_idempotency_key, idea_follow_up_idx, idea_tally_waiting_idx');
  }
}
