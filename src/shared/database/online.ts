import type { QueryRunner } from 'typeorm';

// For migrations with `transaction = false`, which change tables that are large and in use: nobody waits for them, each
// step stays when a later one fails, and all can be repeated.

/** Builds indexes while the tables are written. One that an interrupted attempt has left unfinished is built anew. */
export async function createIndexes(runner: QueryRunner, statements: string[]): Promise<void> {
  for (const statement of statements) {
    const name = /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY (\w+) /.exec(statement)![1]!;
    const [found] = (await runner.query('SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)', [
      name,
    ])) as { valid: boolean }[];
    if (found?.valid) continue;
    if (found) await runner.query(`DROP INDEX CONCURRENTLY ${name}`);
    await runner.query(statement);
  }
}

const BATCH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Does something for all ideas of a kind, a batch at a time in the order of their ids; each is committed before the next.
 * @param kind a condition on `idea`
 */
export async function forIdeas(
  runner: QueryRunner,
  kind: string,
  act: (ids: string[]) => Promise<unknown>,
): Promise<void> {
  for (let last = BEFORE_ALL; ;) {
    const rows = (await runner.query(`SELECT id FROM idea WHERE id > $1 AND ${kind} ORDER BY id LIMIT ${BATCH}`, [
      last,
    ])) as { id: string }[];
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await act(ids);
    last = ids.at(-1)!;
  }
}
