// `npm run bench -- awards [members]`: how fast points are settled in a large community, and what that costs a vote.
import { fork } from 'node:child_process';
import os from 'node:os';
import { fillCommunity } from './measure/earning.mjs';
import { machine, median, table } from './measure/figures.mjs';
import { asker, asking, timeOf, withApplication } from './measure/in-process.mjs';

const built = (file) => import(new URL(`../dist/src/${file}`, import.meta.url).href);
const POINTS = 'features/rewards/points';
const VOTE = `mutation ($input: VoteInput!) { vote(input: $input) { id upCount } }`;
/** Votes that are measured, so many at a time. */
const [VOTES, AT_ONCE, ROUNDS] = [4_000, 16, 4];
/** How long a process beside pauses between looks at votes, in milliseconds; in operation a minute. */
const PAUSES = [1_000, 0];

export const run = ([members = '100000']) =>
  withApplication('awards', async (app, place) => report(await measure(app, place, Number(members)), Number(members)));

async function measure(app, { url, dir }, members) {
  const get = (type) => app.get(type, { strict: false });
  const database = get((await built('shared/database/database.js')).Database);
  const everything = get((await built(`${POINTS}/settlement/settle-everything.service.js`)).SettleEverything);
  const sweep = get((await built(`${POINTS}/settlement/vote-sweep.service.js`)).VoteSweep);
  const place = await fillCommunity(database, members);
  const count = async () => Number((await database.query('SELECT count(*) AS n FROM award'))[0].n);
  await begin(database, get, place);

  const before = await count();
  const first = await timeOf(() => everything.all());
  const awards = (await count()) - before;
  const again = await timeOf(() => everything.all());
  await database.query('VACUUM ANALYZE');

  const cast = await voter(app, place);
  await cast(VOTES / ROUNDS); // warm
  await sweep.sweep();
  const swept = await sweepOf(database, sweep, place);
  const alone = { times: [], all: 0 };
  const beside = PAUSES.map((pause) => ({ pause, times: [], all: 0, looks: 0 }));
  for (let round = 0; round < ROUNDS; round++) {
    add(alone, await cast(VOTES / ROUNDS));
    for (const one of beside) {
      const settler = await settlerOf(url, dir, one.pause);
      add(one, await cast(VOTES / ROUNDS));
      one.looks += (await settler.stop()).count;
    }
  }
  const budget = await budgetOf(app, place);
  return { first, again, awards, alone, beside, swept, budget };
}

/** A few awards, and the statistics that the database makes of them within a minute: its plans are those of every day. */
async function begin(database, get, { ideas }) {
  const settling = get((await built(`${POINTS}/settlement/settling.service.js`)).Settling);
  for (let at = 0; at < ideas.length; at += 50)
    await database.transaction((tx) => settling.ideas(tx, ideas.slice(at, at + 50)));
  await database.query('ANALYZE');
}

const add = (sum, { times, all }) => {
  sum.times.push(...times);
  sum.all += all;
};

/** Votes by many members through the API, so many at a time: how long each took, and all. */
async function voter(app, { voters, ideas }) {
  const ask = await asking(app);
  let next = 0;
  const one = () => {
    const n = next++;
    const [userId, ideaId] = [voters[n % voters.length], ideas[(n * 7 + Math.floor(n / voters.length)) % ideas.length]];
    return timeOf(() => ask(userId, VOTE, { input: { ideaId, value: 'UP' } }));
  };
  return async (votes) => {
    const times = [];
    const all = await timeOf(async () => {
      const lane = async () => {
        while (times.length < votes) times.push(await one());
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    });
    return { times, all };
  };
}

/** One look at votes for so many ideas as are voted on in a busy minute. */
async function sweepOf(database, sweep, { companyId, ideas, voters }) {
  const voted = ideas.slice(0, 1_000);
  await database.query(
    `INSERT INTO event (id, company_id, type, aggregate_id, actor_id, payload, occurred_at, dispatched_at)
     SELECT uuidv7(), $1, 'VoteCast', id, $3, '{"value": 1, "previous": 0}', now(), now() FROM unnest($2::uuid[]) id`,
    [companyId, voted, voters[0]],
  );
  return { ideas: voted.length, ms: await timeOf(() => sweep.sweep()) };
}

/** A process beside that looks for votes again and again. */
async function settlerOf(url, dir, pause) {
  const child = fork(new URL('./measure/settler.mjs', import.meta.url), [url, dir, String(pause)]);
  await new Promise((resolve) => child.once('message', resolve));
  const ended = new Promise((resolve) => child.on('message', resolve));
  return {
    stop: () => {
      child.send('stop');
      return ended;
    },
  };
}

async function budgetOf(app, { companyId, manager }) {
  const ask = await asker(app, manager);
  const BUDGET = `query ($companyId: ID!) { rewardBudget(companyId: $companyId) { issued liability months { month issued } } }`;
  const SIMULATE = `query ($input: SimulateRewardsInput!) { simulateRewards(input: $input) { now then gaining losing } }`;
  const rules = [
    { rule: 'IDEA_PUBLISHED', points: 8, dailyCap: 20 },
    { rule: 'COMMENT_APPRECIATED', points: 2, dailyCap: 20 },
    { rule: 'VOTES', points: 2, every: 5 },
  ];
  return {
    budget: await timeOf(() => ask(BUDGET, { companyId })),
    simulation: await timeOf(() => ask(SIMULATE, { input: { companyId, rules } })),
  };
}

const ms = (value) => value.toFixed(1);
const at = (times, part) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)];
const nameOf = (pause) => (pause > 0 ? `a look each ${pause / 1000} s` : 'one look after the other');
const votesRow = (name, { times, all, looks }) => [
  name,
  looks,
  Math.round((times.length / all) * 1000),
  ms(median(times)),
  ms(at(times, 0.95)),
  ms(at(times, 0.99)),
];

const report = ({ first, again, awards, alone, beside, swept, budget }, members) => `# Points

Machine: ${machine()}, the embedded PostgreSQL; load average at the end ${os.loadavg()[0].toFixed(1)}.
Command: \`npm run bench -- awards ${members}\`: one company with ${members} members.

## Settling

${table(
  ['what', 'ms', 'a second'],
  [
    [
      `everything for the first time: ${awards} awards`,
      Math.round(first),
      `${Math.round((awards / first) * 1000)} awards`,
    ],
    ['everything again, which changes nothing', Math.round(again), `${Math.round((awards / again) * 1000)} awards`],
    [
      `a look at ${swept.ideas} ideas that were voted on`,
      Math.round(swept.ms),
      `${Math.round((swept.ideas / swept.ms) * 1000)} ideas`,
    ],
    ['the budget, through the API', Math.round(budget.budget), ''],
    ['the simulator, three rules, through the API', Math.round(budget.simulation), ''],
  ],
)}

## A vote

Through the API of one process, ${AT_ONCE} at a time, ${alone.times.length} votes of each kind in ${ROUNDS} rounds, in turn: alone, and beside another process that looks for votes far more often than once a minute.

${table(
  ['', 'looks', 'votes a second', 'median ms', '95 % within ms', '99 % within ms'],
  [votesRow('alone', { ...alone, looks: 0 }), ...beside.map((one) => votesRow(nameOf(one.pause), one))],
)}
`;
