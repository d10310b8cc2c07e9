// A server of a bench's own: a fresh cluster in a temporary folder, and one process of the application on it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const built = (file) => new URL(`../dist/src/${file}`, import.meta.url).href;

/** Runs `work` with `{ database, databaseUrl, url, signIn, pid }`; database is a connected pg client; everything is removed afterwards. */
export async function withScratchServer(work, { env = {}, settings = {} } = {}) {
  const { startEmbeddedPostgres } = await import(built('shared/database/embedded-postgres.js'));
  const { migrate } = await import(built('shared/database/migrate.js'));
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'cocrea-bench-'));
  // durable as in operation: every commit reaches the disk
  const server = await startEmbeddedPostgres({ dataDir: path.join(dir, 'postgres'), settings });
  const secret = randomBytes(32).toString('hex');
  const database = new pg.Client(server.connection('postgres'));
  let application;
  try {
    await migrate(server.url('postgres'));
    await database.connect();
    application = await start({
      DATABASE_URL: server.url('postgres'),
      DATA_DIR: dir,
      JWT_SECRET: secret,
      DEMO: 'false',
      ...env,
    });
    await work({
      database,
      url: application.url,
      signIn: await signerOf(secret),
      pid: application.child.pid,
      databaseUrl: server.url('postgres'),
    });
  } finally {
    await application?.stop();
    await database.end();
    await server.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

async function start(env) {
  const port = await freePort();
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => String(data).includes('is running at') && resolve());
    void ended.then((code) => reject(new Error(`The server ended with code ${code}`)));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { child, stop, url: new URL(`http://127.0.0.1:${port}/graphql`) };
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Access tokens that outlast the bench. */
async function signerOf(secret) {
  const { JwtService } = await import('@nestjs/jwt');
  const jwt = new JwtService({ secret, signOptions: { algorithm: 'HS256', expiresIn: '1d' } });
  return (userId) => jwt.sign({ sub: userId, sid: userId });
}
