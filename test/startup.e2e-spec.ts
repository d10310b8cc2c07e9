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

/** The one line of a start that cannot be. */
const refusal = async (settings: Record<string, string>): Promise<string> => {
  const server = launch(settings);
  const code = await server.ended;
  const lines = await server.lines();
  expect({ code, lines }).toEqual({ code: 1, lines: [expect.any(String)] });
  return lines[0]!;
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
  let server: ServerProcess;

  it('begins with nothing and serves', async () => {
    server = await launch().started();
    expect(await server.get('/')).toBeLessThan(500);
    await query('CREATE TABLE kept (n int)');
  });

  it('goes on after the server was killed, with the database that was left running', async () => {
    const { postgres } = server;
    await query('INSERT INTO kept VALUES (1)');
    expect(await server.signal('SIGKILL')).toBe('SIGKILL');
    server = await launch().started();
    expect(server.postgres).toBe(postgres);
    expect(await query('SELECT * FROM kept')).toHaveLength(1);
  });

  it('ends with one line when the database is killed, and goes on at the next start', async () => {
    await query('INSERT INTO kept VALUES (2)');
    process.kill(server.postgres, 'SIGKILL');
    expect(await server.ended).toBe(1);
    expect((await server.lines()).filter((line) => /start Cocrea again/.test(line))).toHaveLength(1);
    server = await launch().started();
    expect(await query('SELECT * FROM kept')).toHaveLength(2);
  });

  it('goes on after everything was killed at once', async () => {
    await query('INSERT INTO kept VALUES (3)');
    const { postgres } = server;
    await server.signal('SIGKILL');
    process.kill(-postgres, 'SIGKILL');
    server = await launch().started();
    expect(await query('SELECT * FROM kept')).toHaveLength(3);
  });

  it('is not disturbed by a second start, which finds the port taken', async () => {
    expect(await refusal({})).toContain(`Port ${PORT} is taken`);
    expect(await server.get('/')).toBeLessThan(500);
  });

  it('ends cleanly on Ctrl-C', async () => {
    expect(await server.signal('SIGINT')).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  });

  it('is not kept from starting by a process number that now belongs to somebody else', async () => {
    writeFileSync(pidFile, `${process.pid}\n${path.dirname(pidFile)}\n1\n5432\n\n\n\nready\n`);
    server = await launch().started();
    expect(server.postgres).not.toBe(process.pid);
    expect(await server.signal('SIGTERM')).toBe(0);
  });

  it('can end before it has begun', async () => {
    server = launch();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([0, 'SIGINT']).toContain(await server.signal('SIGINT'));
    expect(existsSync(pidFile)).toBe(false);
  });
});

describe('one clear line', () => {
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
