// Sends one operation over a number of connections for some seconds, and says what it cost.
import autocannon from 'autocannon';

/** Turns operations into requests of signed-in people; each token is made once. */
export function requestsOf(signIn) {
  const tokens = new Map();
  const token = (user) => tokens.get(user) ?? tokens.set(user, signIn(user)).get(user);
  return ({ query, variables, user }) => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...(user && { authorization: `Bearer ${token(user)}` }) },
    body: JSON.stringify({ query, variables }),
  });
}

export const limitRequest = (path) => ({ method: 'GET', path });

const share = (times, part) => Math.round(times.sort((a, b) => a - b)[Math.floor(times.length * part)] * 10) / 10;

/** Until what was asked in the turn before is done: a server goes on with it when nobody listens any more. */
async function idle(client) {
  for (;;) {
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One stretch of it: { done, seconds, times (ms each), cpu (s), statements }. */
async function sendFor({ port, next, connections, cost, client }, seconds) {
  await idle(client);
  await client.query('SELECT pg_stat_statements_reset()');
  const before = cost.cpu();
  let wrong = 0;
  const times = [];
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
    setupClient: (c) => {
      c.on('body', (body) => (wrong += Number(String(body).includes('"errors"'))));
      c.on('response', (_status, _bytes, ms) => times.push(ms));
    },
  });
  const { rows } = await client.query(
    `SELECT sum(calls)::int AS calls FROM pg_stat_statements WHERE query !~ '(pg_stat|graphile|pg_notify)'`,
  );
  const done = result['2xx'];
  const failed = result.non2xx + result.errors;
  return { done, wrong, failed, seconds: result.duration, times, cpu: cost.cpu() - before, statements: rows[0].calls };
}

const sum = (parts, key) => parts.reduce((total, part) => total + part[key], 0);

/** Of some parts: req/s, p50/p95/p99 in ms, CPU ms and statements per request, and how many were refused. */
function summary(parts) {
  const done = sum(parts, 'done');
  const times = parts.flatMap((part) => part.times);
  return {
    rps: Math.round(done / sum(parts, 'seconds')),
    p50: share(times, 0.5),
    p95: share(times, 0.95),
    p99: share(times, 0.99),
    cpu: (sum(parts, 'cpu') * 1000) / done,
    statements: sum(parts, 'statements') / done,
    refused: sum(parts, 'wrong') + sum(parts, 'failed'),
  };
}

/**
 * Warms two servers up, then sends to them by turns, a second each: whatever else the machine does slows both alike.
 * @returns a summary of each
 */
export async function compare(one, other, { warmUp, seconds }) {
  await sendFor(one, warmUp);
  await sendFor(other, 2);
  const parts = { one: [], other: [] };
  for (let second = 0; second < seconds; second++) {
    parts.one.push(await sendFor(one, 1));
    parts.other.push(await sendFor(other, 1));
  }
  return [summary(parts.one), summary(parts.other)];
}
