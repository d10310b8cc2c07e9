import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { ServerProcess, takenPort } from './support/server-process.js';

const dir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-startup-'));
const DATA_DIR = path.join(dir, 'var');
const pidFile = path.join(DATA_DIR, 'postgres/pg18/postmaster.pid');
const servers: ServerProcess[] = [];
let PORT = '';

const launch = (settings: Record<string, string> = {}): ServerProcess => {
  const server = new ServerProcess({ DATA_DIR, PORT, ...settings });
  servers.push(server);
  return server;
};
const query = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client(`socket://postgres@${encodeURI(DATA_DIR)}/postgres/run?db=cocrea`);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  const { port, free } = await takenPort();
  await free();
  PORT = port;
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.signal('SIGTERM')));
  rmSync(dir, { recursive: true, force: true });
});

describe('a life', () => {
  it('begins with nothing, serves, and ends cleanly on Ctrl-C', async () => {
    const server = await launch().started();
    expect(await server.get('/health')).toBe(200);
    await query('CREATE TABLE kept (n int)');
    expect(await server.signal('SIGINT')).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  }, 60_000);

  it('goes on after the server was killed, with the database that was left running', async () => {
    const killed = await launch().started();
    const postgres = killed.postgres;
    await query('INSERT INTO kept VALUES (1)');
    expect(await killed.signal('SIGKILL')).toBe('SIGKILL');
    const next = await launch().started();
    expect(next.postgres).toBe(postgres);
    expect(await query('SELECT * FROM kept')).toHaveLength(1);
    expect(await next.signal('SIGTERM')).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  }, 60_000);

  it('ends with one line when the database is killed, and goes on at the next start', async () => {
    const server = await launch().started();
    await query('INSERT INTO kept VALUES (2)');
    process.kill(server.postgres, 'SIGKILL');
    expect(await server.ended).toBe(1);
    expect((await server.lines()).filter((line) => /start Cocrea again/.test(line))).toHaveLength(1);
    const next = await launch().started();
    expect(await query('SELECT * FROM kept')).toHaveLength(2);
    expect(await next.signal('SIGINT')).toBe(0);
  }, 60_000);

  it('goes on after everything was killed at once', async () => {
    const server = await launch().started();
    await query('INSERT INTO kept VALUES (3)');
    const { postgres } = server;
    await server.signal('SIGKILL');
    process.kill(-postgres, 'SIGKILL');
    const next = await launch().started();
    expect(await query('SELECT * FROM kept')).toHaveLength(3);
    expect(await next.signal('SIGINT')).toBe(0);
  }, 60_000);

  it('survives a process number that now belongs to somebody else', async () => {
    writeFileSync(pidFile, `${process.pid}\n${path.dirname(pidFile)}\n1\n5432\n\n\n\nready\n`);
    const server = await launch().started();
    expect(server.postgres).not.toBe(process.pid);
    expect(await server.signal('SIGINT')).toBe(0);
  }, 60_000);

  it('can end before it has begun', async () => {
    const server = launch();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([0, 'SIGINT']).toContain(await server.signal('SIGINT'));
    expect(existsSync(pidFile)).toBe(false);
  }, 60_000);
});

describe('one clear line', () => {
  const refusal = async (settings: Record<string, string>): Promise<string> => {
    const server = launch(settings);
    expect(await server.ended).toBe(1);
    const lines = await server.lines();
    expect(lines).toHaveLength(1);
    return lines[0]!;
  };

  it('for a taken port, which leaves the running community alone', async () => {
    const running = await launch().started();
    expect(await refusal({})).toContain(`Port ${PORT} is taken`);
    expect(await running.get('/health')).toBe(200);
    expect(await running.signal('SIGINT')).toBe(0);
  }, 60_000);

  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ ROLE: 'boss' }, 'ROLE'],
    [{ DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'DATABASE_URL'],
    [{ APP_ENV: 'production' }, 'JWT_SECRET'],
  ])('for %j', async (settings: Record<string, string>, name) => {
    expect(await refusal(settings)).toContain(name);
  });

  it('for a data folder that cannot be written', async () => {
    const file = path.join(dir, 'a-file');
    writeFileSync(file, '');
    expect(await refusal({ DATA_DIR: file })).toContain(file);
  });

  it('for a damaged database', async () => {
    rmSync(path.join(DATA_DIR, 'postgres/pg18/PG_VERSION'));
    expect(await refusal({})).toContain('is damaged');
  });

  it('for a too old Node', async () => {
    const fake = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })`;
    const start = path.resolve(import.meta.dirname, '../scripts/start.mjs');
    const old = new ServerProcess({}, ['--import', `data:text/javascript,${encodeURIComponent(fake)}`, start]);
    expect(await old.ended).toBe(1);
    expect(await old.lines()).toEqual([
      expect.stringContaining('needs Node.js 20.19, 22.12 or newer, and this is 18.20.8'),
    ]);
  });
});
