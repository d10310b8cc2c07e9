import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Logger, runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { StartupError } from '../config/startup-error.js';
import { createDataSource, pgOptions } from './data-source.js';

/** Any number, the same for all starters: only one migrates at a time. */
const LOCK = 7_263_945;
const AGAIN_MS = 100;
const OLDEST_SERVER = 150_000;

/**
 * Brings the database up to date: our tables, then the job queue's. Safe from several processes at once.
 * @returns names of the migrations that were applied
 * @throws StartupError when the server is older than PostgreSQL 15
 */
export async function migrate(url: string): Promise<string[]> {
  const lock = new pg.Client(pgOptions(url));
  await lock.connect();
  const source: DataSource = await createDataSource({ url, pool: 2, prepared: false });
  try {
    const { rows } = await lock.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    if (rows[0]!.version < OLDEST_SERVER) throw new StartupError('DATABASE_URL: PostgreSQL 15 or newer is needed');
    await untilOurs(lock);
    await source.initialize();
    const applied = await source.runMigrations({ transaction: 'each' });
    await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
    return applied.map(({ name }) => name);
  } finally {
    if (source.isInitialized) await source.destroy();
    await lock.end();
  }
}

/** Asks again and again: a statement that waits for the lock would keep an index from being built beside the others. */
async function untilOurs(lock: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await lock.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS ours', [LOCK]);
    if (rows[0]!.ours) return;
    await setTimeout(AGAIN_MS);
  }
}

if (process.argv[1] === import.meta.filename)
  console.log((await migrate(process.env.DATABASE_URL ?? '')).join('\n') || 'up to date');
