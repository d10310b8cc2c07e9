import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { StartupError } from '../config/startup-error.js';
import { pgOptions } from './data-source.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

export interface OpenDatabase {
  url: string;
  /** stops the embedded server; nothing to do for one of the operator's own */
  close(): Promise<void>;
}

const NAME = 'cocrea';

/**
 * The database to work on: the one given, or the embedded server's, started and created where needed; `onUnexpectedEnd`
 * hears of an embedded server that was killed.
 * @throws StartupError with what to do when it can't be reached
 */
export async function openDatabase(
  given: string | undefined,
  dataDir: string,
  onUnexpectedEnd?: () => void,
): Promise<OpenDatabase> {
  if (given) {
    await tryToConnect(given);
    return { url: given, close: () => Promise.resolve() };
  }
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch {
    throw new StartupError(`The folder ${path.resolve(dataDir)} can't be written: change its owner or set DATA_DIR`);
  }
  const server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres'), onUnexpectedEnd });
  const admin = new pg.Client(server.connection('postgres'));
  await admin.connect();
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
  if (!rowCount) await admin.query(`CREATE DATABASE ${NAME}`);
  await admin.end();
  return { url: server.url(NAME), close: () => server.stop() };
}

async function tryToConnect(url: string): Promise<void> {
  const client = new pg.Client({ ...pgOptions(url), connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    throw new StartupError(
      `DATABASE_URL: the database can't be reached (${message || code}): check the address, the account and that it runs`,
    );
  }
}
