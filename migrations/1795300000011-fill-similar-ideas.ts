import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forIdeas } from '../src/shared/database/online.js';

/** What similar ideas are found by, of those that are there already. */
export class FillSimilarIdeas1795300000011 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await forIdeas(runner, `visibility = 'PUBLISHED'`, (ids) => runner.query('SELECT index_ideas($1::uuid[])', [ids]));
  }

  async down(): Promise<void> {
    // the tables go with the migration before
  }
}
