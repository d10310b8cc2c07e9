// What benches share: the application in this process, on a database of its own, asked through its API.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { machine, median, table } from './figures.mjs';

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const SECRET = 'bench'.repeat(8);
export const ROUNDS = 40;

/** Runs `work(app, { url, dir })` on a database of its own, and writes the text that it gives to bench/results. */
export async function withApplication(name, work) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-bench-'));
  const { startEmbeddedPostgres } = await built('shared/database/embedded-postgres.js');
  // durable as in operation: every commit reaches the disk
  const server = await startEmbeddedPostgres({ dataDir: path.join(dir, 'postgres') });
  let app;
  try {
    const url = server.url('postgres');
    await (await built('shared/database/migrate.js')).migrate(url);
    app = await application(url, dir);
    const text = await work(app, { url, dir });
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(`bench/results/${name}.md`, text);
    console.log(text);
  } finally {
    await app?.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The same for `work(app)` that gives rows of figures. @param about what is there, and asked for */
export const withRows = (name, { title, about, count }, work) =>
  withApplication(name, async (app) => report({ name, title, about, count }, await work(app)));

/** One process of the application, not listening, which does no jobs. */
export async function application(url, dir) {
  const { Config, readSettings } = await built('shared/config/config.js');
  const settings = readSettings({ DATA_DIR: dir, ROLE: 'api', DEMO: 'false', LOG_LEVEL: 'error' });
  const app = await (await built('create-app.js')).createApp(new Config(settings, url, SECRET));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** @param part of the statement that is explained */
export async function row(database, name, work, part) {
  for (let i = 0; i < 5; i++) await work();
  const times = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await timeOf(work));
  return { name, times, plan: await planOf(database, work, part) };
}

export async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What the database does for the last statement that has this part. */
async function planOf(database, work, part) {
  const { query } = database;
  let seen;
  database.query = (sql, params, tx) => {
    if (sql.includes(part)) seen = { sql, params };
    return query.call(database, sql, params, tx);
  };
  try {
    await work();
  } finally {
    delete database.query;
  }
  const lines = await database.query(`EXPLAIN (ANALYZE, COSTS OFF, BUFFERS) ${seen.sql}`, seen.params);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

/** Asks the API as one user or another: `ask(userId, query, variables)`. */
export async function asking(app) {
  const { JwtService } = await import('@nestjs/jwt');
  const jwt = new JwtService({ secret: SECRET, signOptions: { algorithm: 'HS256', expiresIn: '1d' } });
  return async (userId, query, variables) => {
    const headers = { authorization: `Bearer ${jwt.sign({ sub: userId, sid: userId })}` };
    const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    const { data, errors } = response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

/** Asks the API as this user. */
export async function asker(app, userId) {
  const ask = await asking(app);
  return (query, variables) => ask(userId, query, variables);
}

const ms = (value) => value.toFixed(1);
const at95 = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];

const report = ({ name, title, about, count }, rows) => `# ${title}

Machine: ${machine()}, the embedded PostgreSQL; load average at the end ${os.loadavg()[0].toFixed(1)}.
Command: \`npm run bench -- ${name} ${count}\`: ${about}, through the API of one process that does nothing else; ${ROUNDS} times each.

${table(
  ['what', 'median ms', '95 % within ms'],
  rows.map(({ name, times }) => [name, ms(median(times)), ms(at95(times))]),
)}

## What the database does

${rows
  .filter(({ plan }) => plan)
  .map(({ name, plan }) => `### ${name}\n\n\`\`\`\n${plan}\n\`\`\`\n`)
  .join('\n')}`;
