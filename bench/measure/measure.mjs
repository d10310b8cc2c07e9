// npm run bench -- measure [sizes]: the same operations through the API and at the limit, at 1,000, 10,000 and 100,000 ideas.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { fill } from './community.mjs';
import { graphqlRequest, limitRequest, load } from './load.mjs';
import { operations } from './operations.mjs';
import { startDatabase, startLimit, startServer } from './processes.mjs';
import { report } from './report.mjs';

const sizes = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number);
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const PORTS = { server: 3900, limit: 3901 };

async function measureSize(ideas) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-bench-files-'));
  const database = await startDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE EXTENSION pg_stat_statements');
  console.log(`${ideas} ideas: writing`);
  const community = await fill(client, ideas);
  const server = await startServer(database.url, PORTS.server, dataDir);
  const limit = await startLimit(database.url, PORTS.limit);
  const rows = [];
  for (const operation of operations(community)) {
    const common = { connections: operation.connections ?? 32, client };
    const ofApi = { ...common, port: PORTS.server, process: server, next: () => graphqlRequest(operation.graphql()) };
    const ofLimit = { ...common, port: PORTS.limit, process: limit, next: () => limitRequest(operation.limit()) };
    // both are warmed up; then they take turns, so that a slower minute of the machine meets both
    await load({ ...ofApi, seconds: 1 });
    await load({ ...ofLimit, seconds: 1 });
    const row = {
      ideas,
      name: operation.name,
      target: operation.target,
      api: await load({ ...ofApi, seconds }),
      limit: await load({ ...ofLimit, seconds }),
    };
    console.log(
      `  ${row.name}: ${row.api.rps} req/s, ${row.api.cpu.toFixed(3)} ms CPU, ${(row.api.cpu / row.limit.cpu).toFixed(2)} × the limit`,
    );
    rows.push({ ...row, peak: server.peak() });
  }
  await server.stop();
  await limit.stop();
  await client.end();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return rows;
}

const all = [];
for (const size of sizes) all.push(...(await measureSize(size)));
mkdirSync('bench/results', { recursive: true });
const text = report(all, { sizes, seconds });
writeFileSync('bench/results/measure.md', text);
console.log(text);
