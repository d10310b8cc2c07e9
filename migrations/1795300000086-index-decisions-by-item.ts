import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = ['decision', 'flag'].flatMap((table) =>
  ['idea', 'comment'].map((item) => ({
    name: `${table}_${item}_idx`,
    on: `${table} (${item}_id) WHERE ${item}_id IS NOT NULL`,
  })),
);

/** What holds of an item is looked up by the item, and goes with it. */
export class IndexDecisionsByItem1795300000086 implements MigrationInterface {
  // built beside what goes on
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const { name, on } of INDEXES) await runner.query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON ${on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of INDEXES) await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }
}
