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

/** @returns req/s, p50/p95/p99 in ms, CPU ms per request of the process, statements per request */
export async function send({ port, next, connections, seconds, cost, client }) {
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
  if (wrong > 0 || result.non2xx > 0 || result.errors > 0)
    console.warn(`  ${wrong} refused, ${result.non2xx} not 2xx, ${result.errors} broken`);
  return {
    rps: Math.round(done / result.duration),
    p50: share(times, 0.5),
    p95: share(times, 0.95),
    p99: share(times, 0.99),
    cpu: ((cost.cpu() - before) * 1000) / done,
    statements: rows[0].calls / done,
  };
}
