import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

/** What holds of an item is looked up by the item, and goes with it. */
const INDEXES = [
  'CREATE INDEX CONCURRENTLY decision_idea_idx ON decision (idea_id) WHERE idea_id IS NOT NULL',
  'CREATE INDEX CONCURRENTLY decision_comment_idx ON decision (comment_id) WHERE comment_id IS NOT NULL',
  'CREATE INDEX CONCURRENTLY flag_idea_idx ON flag (idea_id) WHERE idea_id IS NOT NULL',
  'CREATE INDEX CONCURRENTLY flag_comment_idx ON flag (comment_id) WHERE comment_id IS NOT NULL',
];

export class IndexDecisionsByItem1795300000086 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX decision_idea_idx, decision_comment_idx, flag_idea_idx, flag_comment_idx');
  }
}
