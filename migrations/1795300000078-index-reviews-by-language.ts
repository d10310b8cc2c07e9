import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes } from '../src/shared/database/online.js';

/** The queue by each of its filters, whatever else waits in it; and what was merged into an idea. */
const INDEXES = [
  'CREATE INDEX CONCURRENTLY review_language_idx ON review (company_id, state, language, rank_at, id)',
  'CREATE INDEX CONCURRENTLY review_kind_idx ON review (company_id, state, kind, rank_at, id)',
  'CREATE INDEX CONCURRENTLY review_all_idx ON review (company_id, rank_at, id)',
  'CREATE INDEX CONCURRENTLY review_rules_idx ON review USING gin (rule_ids)',
  'CREATE INDEX CONCURRENTLY idea_merged_idx ON idea (merged_into_id) WHERE merged_into_id IS NOT NULL',
];

export class IndexReviewsByLanguage1795300000078 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review ADD COLUMN IF NOT EXISTS language text');
    await runner.query(`UPDATE review r SET language = coalesce((SELECT language FROM idea WHERE id = r.idea_id),
      (SELECT language FROM comment WHERE id = r.comment_id)) WHERE language IS NULL`);
    await runner.query(`ALTER TABLE review ADD COLUMN IF NOT EXISTS rule_ids uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query(`UPDATE review SET rule_ids = ARRAY[rule_id] WHERE rule_id IS NOT NULL AND rule_ids = '{}'`);
    await createIndexes(runner, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX idea_merged_idx, review_rules_idx, review_all_idx, review_kind_idx');
    await runner.query('ALTER TABLE review DROP COLUMN language, DROP COLUMN rule_ids');
  }
}
