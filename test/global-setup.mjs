// One throw-away cluster for the whole run, migrated once into a template database. Needs a built server.
// Never import entities or @nestjs/graphql here: their metadata store is a global, which Jest hands on to the tests.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const built = (file) => path.join(import.meta.dirname, '../dist/src/shared/database', file);

export default async function setup() {
  if (!fs.existsSync(built('migrate.js'))) throw new Error('Build the server first: npm run build:server');
  const { startEmbeddedPostgres } = await import(built('embedded-postgres.js'));
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'cocrea-test-'));
  const server = await startEmbeddedPostgres({ dataDir: dir, volatile: true });
  try {
    const admin = new pg.Client(server.connection('postgres'));
    await admin.connect();
    await admin.query('CREATE DATABASE template_cocrea');
    await admin.end();
    execFileSync(process.execPath, [built('migrate.js')], {
      env: { ...process.env, DATABASE_URL: server.url('template_cocrea') },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    await server.stop(); // Jest runs no teardown after a failed setup
    throw error;
  }
  stopWithTheRun(dir);
  process.env.TEST_DATABASES = JSON.stringify(server.connection('postgres'));
  globalThis.testCluster = { server, dir };
}

/** Jest tears nothing down when it is interrupted. */
function stopWithTheRun(dir) {
  const pid = Number(fs.readFileSync(path.join(dir, 'pg18/postmaster.pid'), 'utf8').split('\n')[0]);
  process.once('exit', () => {
    if (globalThis.testCluster) process.kill(pid, 'SIGINT');
  });
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
}
