import type { TestApp } from './app.js';

/** Tables whose rows say nothing of what was done: attempts are counted whatever becomes of them. */
const UNWATCHED = ['rate_limit', 'migrations', 'written'];

/** Tells which tables were written to since it was asked last, by transactions that were committed. */
export async function watchWrites(t: TestApp): Promise<() => Promise<string[]>> {
  await t.database.query(
    `CREATE TABLE written (name text NOT NULL);
     CREATE FUNCTION note_write() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN INSERT INTO public.written VALUES (TG_TABLE_NAME); RETURN NULL; END $$;`,
  );
  const tables = await t.database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> ALL ($1) OR schemaname = 'graphile_worker' AND tablename = '_private_jobs'`,
    [UNWATCHED],
  );
  for (const { name } of tables) {
    await t.database.query(
      `CREATE TRIGGER note_write AFTER INSERT OR UPDATE OR DELETE ON ${name} FOR EACH ROW EXECUTE FUNCTION note_write()`,
    );
  }
  return async () => {
    const rows = await t.database.query<{ name: string }>(
      'WITH gone AS (DELETE FROM written RETURNING name) SELECT DISTINCT name FROM gone ORDER BY name',
    );
    return rows.map(({ name }) => name);
  };
}
