// `npm run bench [-- load 1000,10000 [similar]]`: the same operations through the API and at the limit, by size of the
// community; of those whose name begins with a word, into a file of their own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fill } from './measure/community.mjs';
import { operations } from './measure/operations.mjs';
import { costOf, startLimit } from './measure/processes.mjs';
import { report } from './measure/report.mjs';
import { compare, limitRequest, requestsOf } from './measure/send.mjs';
import { withScratchServer } from './scratch.mjs';

/** seconds until the compiler has seen what it needs */
const WARM_UP = 12;
const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_utility': 'off',
  max_wal_size: '4GB',
  shared_buffers: '512MB',
};

export async function run([list = '1000,10000,100000', only = '']) {
  const sizes = list.split(',').map(Number);
  const seconds = Number(process.env.BENCH_SECONDS ?? 5);
  const rows = [];
  for (const size of sizes) {
    const measure = async (scratch) => rows.push(...(await measureSize(scratch, size, seconds, only)));
    await withScratchServer(measure, { env: { LOG_LEVEL: 'error', ROLE: 'api' }, settings: SETTINGS });
  }
  mkdirSync('bench/results', { recursive: true });
  const text = report(rows, { sizes, seconds, only });
  writeFileSync(`bench/results/load${only && `-${only}`}.md`, text);
  console.log(text);
}

async function measureSize({ database: client, databaseUrl, url, pid, signIn }, ideas, seconds, only) {
  await client.query('CREATE EXTENSION pg_stat_statements');
  console.log(`${ideas} ideas: writing`);
  const community = await fill(client, ideas);
  const limit = await startLimit(databaseUrl);
  const request = requestsOf(signIn);
  const rows = [];
  const chosen = operations(community).filter((operation) => operation.name.startsWith(only));
  for (const { name, target, connections = 32, graphql, limit: path } of chosen) {
    const ofApi = { connections, client, port: url.port, cost: costOf(pid), next: () => request(graphql()) };
    const ofLimit = { connections, client, port: limit.port, cost: limit.cost, next: () => limitRequest(path()) };
    const [api, atLimit] = await compare(ofApi, ofLimit, { warmUp: WARM_UP, seconds });
    const row = { ideas, name, target, api, limit: atLimit };
    console.log(
      `  ${name}: ${row.api.rps} req/s, ${row.api.cpu.toFixed(3)} ms CPU, ${(row.api.cpu / row.limit.cpu).toFixed(2)} × the limit`,
    );
    rows.push({ ...row, peak: costOf(pid).peak() });
  }
  limit.stop();
  return rows;
}
