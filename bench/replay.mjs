// `npm run bench -- replay [folder] [--withdraw]`: real votes, in the order of each person, through the public API.
import { parse } from 'csv-parse/sync';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { withScratchServer } from './scratch.mjs';

const CONNECTIONS = 32;
/** Who is to be named for the data. */
const SOURCES = {
  'polis-vtaiwan-uberx': 'Polis, vTaiwan UberX; CC BY 4.0, The Computational Democracy Project',
};
const VOTE = 'mutation ($input: VoteInput!) { vote(input: $input) { id upCount downCount viewerVote } }';
const WITHDRAW = 'mutation ($input: IdeaIdInput!) { withdrawVote(input: $input) { id upCount downCount viewerVote } }';

/** A pass (0) is no vote; with --withdraw it takes an earlier vote back. */
export async function run(args) {
  const withdraw = args.includes('--withdraw');
  const folder = args.find((arg) => !arg.startsWith('--')) ?? '../shared/data/polis-vtaiwan-uberx';
  const file = path.join(folder, 'votes.csv');
  if (!fs.existsSync(file)) {
    console.log(`Skipped: there is no ${file}. Give the folder that holds a votes.csv.`);
    return;
  }
  const rows = readVotes(file);
  const votes = withdraw ? rows : rows.filter(({ value }) => value !== 0);
  await withScratchServer(async (scratch) => {
    const world = await build(scratch, rows);
    const first = await replay(scratch, world, votes);
    const wanted = recount(votes);
    const wrong = await differences(scratch.database, world, wanted);
    const before = await fingerprint(scratch.database);
    const second = await replay(scratch, world, votes);
    const same = before === (await fingerprint(scratch.database));
    const text = report({
      source: SOURCES[path.basename(folder)] ?? path.basename(folder),
      rows,
      votes,
      wanted,
      withdraw,
      first,
      second,
      wrong,
      same,
    });
    console.log(text);
    fs.mkdirSync('bench/results', { recursive: true });
    fs.writeFileSync('bench/results/replay.md', text);
    if (wrong.length > 0 || !same || first.refused + second.refused > 0) process.exitCode = 1;
  });
}

/** In order of time; of two at one moment the later line counts. */
function readVotes(file) {
  const rows = parse(fs.readFileSync(file), { columns: true, bom: true });
  return rows
    .map((row) => ({
      at: Number(row.timestamp),
      statement: row['comment-id'],
      voter: row['voter-id'],
      value: Number(row.vote),
    }))
    .sort((a, b) => a.at - b.at);
}

/** By statement, what each person said last. */
function recount(votes) {
  const latest = new Map(votes.map(({ statement, voter, value }) => [`${statement} ${voter}`, value]));
  const counts = new Map();
  for (const [key, value] of latest) {
    const [statement] = key.split(' ');
    const count = counts.get(statement) ?? { up: 0, down: 0 };
    if (value === 1) count.up++;
    if (value === -1) count.down++;
    counts.set(statement, count);
  }
  return counts;
}

/** A company with an idea for each statement, and a member for each voter. */
async function build({ database, signIn }, votes) {
  const world = { ideas: new Map(), tokens: new Map() };
  const company = newId();
  const author = newId();
  const voters = [...new Set(votes.map(({ voter }) => voter))].map((voter) => ({ voter, id: newId() }));
  for (const { voter, id } of voters) world.tokens.set(voter, signIn(id));
  const people = [author, ...voters.map(({ id }) => id)];
  await database.query(
    `INSERT INTO company (id, slug, name, languages, default_language, vote_mode) VALUES ($1, 'replay', 'Replay', '{en}', 'en', 'UP_DOWN')`,
    [company],
  );
  await database.query(
    `INSERT INTO "user" (id, email, email_verified_at, display_name) SELECT id, id || '@example.org', now(), 'Voter' FROM unnest($1::uuid[]) AS id`,
    [people],
  );
  await database.query(
    `INSERT INTO membership (id, company_id, user_id) SELECT gen_random_uuid(), $1, id FROM unnest($2::uuid[]) AS id`,
    [company, people],
  );
  for (const statement of new Set(votes.map((vote) => vote.statement))) world.ideas.set(statement, newId());
  await database.query(
    `WITH added AS (
       INSERT INTO idea (id, company_id, author_id, title, body, visibility, revision_count, published_at)
       SELECT id, $1, $2, 'A statement', 'As it was put.', 'PUBLISHED', 1, now() FROM unnest($3::uuid[]) AS id RETURNING *
     ), tally AS (
       INSERT INTO idea_tally (idea_id, company_id, listed, published_at, trending)
       SELECT id, company_id, true, published_at, trending_score(0, 0, 0, published_at) FROM added
     )
     INSERT INTO idea_revision (idea_id, number, company_id, title, body, editor_id, created_at)
     SELECT id, 1, company_id, title, body, author_id, published_at FROM added`,
    [company, author, [...world.ideas.values()]],
  );
  return world;
}

/** Every person's votes go through one connection, one after the other; the connections get about as many each. */
async function replay({ url, pid }, world, votes) {
  const perVoter = byVoter(votes);
  const lanes = Array.from({ length: CONNECTIONS }, () => []);
  for (const own of [...perVoter.values()].sort((a, b) => b.length - a.length)) {
    lanes.reduce((least, lane) => (lane.length < least.length ? lane : least)).push(...own);
  }
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times = [];
  let refused = 0;
  const cpu = cpuOf(pid);
  const begin = performance.now();
  const work = lanes.map(async (lane) => {
    lane.sort((a, b) => a.at - b.at);
    for (const vote of lane) {
      const sent = performance.now();
      if (!(await send(url, agent, world, vote))) refused++;
      times.push(performance.now() - sent);
    }
  });
  await Promise.all(work);
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)];
  return {
    seconds,
    refused,
    perSecond: votes.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpu: (cpuOf(pid) - cpu) / votes.length,
  };
}

function byVoter(votes) {
  const groups = new Map(votes.map(({ voter }) => [voter, []]));
  for (const vote of votes) groups.get(vote.voter).push(vote);
  return groups;
}

/** Milliseconds of processor time that the server has used; NaN where the system does not tell. */
function cpuOf(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

function send(url, agent, { ideas, tokens }, { statement, voter, value }) {
  const ideaId = ideas.get(statement);
  const input = value === 0 ? { ideaId } : { ideaId, value: value === 1 ? 'UP' : 'DOWN' };
  const body = JSON.stringify({ query: value === 0 ? WITHDRAW : VOTE, variables: { input } });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${tokens.get(voter)}`,
  };
  const wanted = { 1: 'UP', '-1': 'DOWN', 0: null }[value];
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => {
        const { data, errors } = JSON.parse(text);
        if (errors) console.error(errors[0].message);
        resolve(!errors && (data.vote ?? data.withdrawVote).viewerVote === wanted);
      });
    });
    request.on('error', reject).end(body);
  });
}

async function differences(database, { ideas }, wanted) {
  const { rows } = await database.query('SELECT idea_id AS id, up_count AS up, down_count AS down FROM idea_tally');
  const stored = new Map(rows.map((row) => [row.id, row]));
  return [...ideas].filter(([statement, id]) => {
    const { up, down } = wanted.get(statement) ?? { up: 0, down: 0 };
    return stored.get(id).up !== up || stored.get(id).down !== down;
  });
}

async function fingerprint(database) {
  const { rows } = await database.query(
    `SELECT md5(string_agg(idea_id || ' ' || user_id || ' ' || value, ',' ORDER BY idea_id, user_id)) AS votes,
       (SELECT md5(string_agg(idea_id || ' ' || up_count || ' ' || down_count || ' ' || score, ',' ORDER BY idea_id)) FROM idea_tally) AS counts
     FROM vote`,
  );
  return JSON.stringify(rows);
}

function report({ source, rows, votes, wanted, withdraw, first, second, wrong, same }) {
  const sum = (name) => [...wanted.values()].reduce((total, count) => total + count[name], 0);
  const line = (name, r) =>
    `| ${name} | ${votes.length} | ${r.seconds.toFixed(1)} | ${Math.round(r.perSecond)} | ${r.p50.toFixed(1)} | ${r.p99.toFixed(1)} | ${r.cpu.toFixed(2)} | ${r.refused} |`;
  const statements = new Set(rows.map(({ statement }) => statement)).size;
  const people = new Set(rows.map(({ voter }) => voter)).size;
  const pass = withdraw ? 'takes an earlier vote back' : 'is no vote and is not sent';
  return `# Replay of real votes

\`npm run bench -- replay${withdraw ? ' --withdraw' : ''}\`: ${rows.length} recorded votes of ${people} people on ${statements} statements (${source}), in time order per person, through the public GraphQL API over HTTP with ${CONNECTIONS} connections to one server process with the embedded PostgreSQL, every commit synced. A pass ${pass}.

Machine: ${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, shared by server, database and client; load average at the end ${os.loadavg()[0].toFixed(1)}; Node ${process.version}.

| run | votes sent | seconds | votes/s | p50 ms | p99 ms | server CPU ms per vote | refused |
|---|---|---|---|---|---|---|---|
${line('first', first)}
${line('again', second)}

- Each person's latest ${withdraw ? 'vote' : 'vote that is no pass'}: ${sum('up')} up, ${sum('down')} down. Ideas whose counts differ: **${wrong.length}**.
- After the second run votes and counts are ${same ? '**unchanged**' : '**NOT the same**'}.
`;
}
