// The processes under measurement: a PostgreSQL of its own, the server, the limit server; and what they cost.
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../dist/src/shared/database/embedded-postgres.js';
import { migrate } from '../../dist/src/shared/database/migrate.js';

const SECRET = 'measured-measured-measured-measured-0123456789';
const TICKS = 100; // clock ticks a second, on every Linux that Node runs on

export async function startDatabase() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-bench-'));
  const settings = {
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track_utility': 'off',
    max_wal_size: '4GB',
    shared_buffers: '512MB',
  };
  const server = await startEmbeddedPostgres({ dataDir, settings });
  const url = server.url('postgres');
  await migrate(url);
  return {
    url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function launch(script, env, isReady) {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    child.stdout.on('data', (data) => isReady(String(data)) && resolve(measured(child)));
  });
}

function measured(child) {
  const stat = () => readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return {
    /** seconds of processor time so far, user and system */
    cpu: () => (Number(stat()[11]) + Number(stat()[12])) / TICKS,
    /** largest resident memory so far, in MB */
    peak: () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

export const startServer = (url, port, dataDir) =>
  launch(
    'dist/src/main.js',
    { DATABASE_URL: url, PORT: String(port), DATA_DIR: dataDir, JWT_SECRET: SECRET, DEMO: 'false', LOG_LEVEL: 'error' },
    (line) => line.includes('is running'),
  );

export const startLimit = (url, port) =>
  launch('bench/measure/limit-server.mjs', { DATABASE_URL: url, PORT: String(port) }, (line) => line.includes('ready'));

/** An access token as the server itself would sign it. */
export function tokenOf(userId) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: userId, sid: randomUUID(), iat: now, exp: now + 7200 })}`;
  return `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`;
}
