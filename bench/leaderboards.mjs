// `npm run bench -- leaderboards [members]`: leaderboards of a company with so many members who have points, first page, deep
// pages and one's own place; and what a new badge and an award cost.
import { asker, row, timeOf, withRows } from './measure/in-process.mjs';

const built = (file) => import(new URL(`../dist/src/${file}`, import.meta.url).href);
const AWARDS_EACH = 3;

const ENTRY = '{ rank points isViewer level { name } user { id displayName avatarUrl } }';
const PAGE = `query ($companyId: ID!, $after: String, $period: LeaderboardPeriod, $challengeId: ID) {
  leaderboard(companyId: $companyId, first: 25, after: $after, period: $period, challengeId: $challengeId) {
    viewerOptedOut pageInfo { endCursor hasNextPage } edges { node ${ENTRY} } } }`;
const AROUND = `query ($companyId: ID!) { leaderboard(companyId: $companyId, first: 1) { around ${ENTRY} } }`;
const TOTAL = `query ($companyId: ID!) { leaderboard(companyId: $companyId, first: 1) { totalCount } }`;
const HONOURS = `query ($companyId: ID!) { viewerHonours(companyId: $companyId) {
  score level { name } ladders { have steps { earnedAt } } badges { badge { name } } goals { have } } }`;

const about = (count) =>
  `${count} members with points, ${AWARDS_EACH} awards each, in one company; one of a hundred not listed`;

export const run = ([count = '100000']) =>
  withRows('leaderboards', { title: 'Leaderboards, levels and badges', about: about(count), count }, (app) =>
    measure(app, Number(count)),
  );

async function measure(app, count) {
  const { Database } = await built('shared/database/database.js');
  const database = app.get(Database, { strict: false });
  const place = await fill(database, count);
  const { companyId, challengeId } = place;
  const ask = await asker(app, place.middle);
  const first = await asker(app, place.best);
  const last = await asker(app, place.last);
  const page = (variables) => () => ask(PAGE, { companyId, ...variables });
  const list = 'ORDER BY s.points DESC, s.user_id LIMIT';
  const ranks = 'NULL::integer AS points';
  return [
    await row(database, 'the first page of all time', page({}), list),
    await row(database, 'the first page of this month', page({ period: 'MONTH' }), list),
    await row(database, 'the first page of a challenge', page({ challengeId }), list),
    await row(database, 'the page half way down', page({ after: place.deep }), ranks),
    await row(database, 'the last page', page({ after: place.deepest }), ranks),
    await row(database, 'one’s own place, as the first', () => first(AROUND, { companyId }), ranks),
    await row(database, 'one’s own place, half way down', () => ask(AROUND, { companyId }), ranks),
    await row(database, 'one’s own place, as the last', () => last(AROUND, { companyId }), ranks),
    await row(database, 'how many are listed', () => ask(TOTAL, { companyId }), ranks),
    await row(database, 'one’s own level and badges', () => ask(HONOURS, { companyId }), 'FROM award x'),
    ...(await settling(app, database, place, count)),
  ];
}

/** What follows from an award of one member, and what all of them cost: at the first settlement, and for a new badge. */
async function settling(app, database, { companyId, middle }, count) {
  const { HonoursJobs } = await built('features/rewards/honours/settling/honours.jobs.js');
  const jobs = app.get(HonoursJobs, { strict: false });
  const everybody = () =>
    timeOf(async () => {
      for (let after = '00000000-0000-0000-0000-000000000000'; after;) {
        await jobs.company({ companyId, cause: 'bench', after });
        const [[next]] = await database.query(
          `DELETE FROM graphile_worker._private_jobs WHERE key = $1 RETURNING payload->>'after' AS after`,
          [`honours:${companyId}:bench`],
        );
        after = next?.after;
      }
    });
  const first = await everybody();
  await database.query('VACUUM ANALYZE');
  await database.query(
    `INSERT INTO badge (id, company_id, name, metric, threshold, created_at) VALUES (uuidv7(), $1, 'Bench', 'IDEAS_PUBLISHED', 1, now())`,
    [companyId],
  );
  const badge = await everybody();
  const nothing = await everybody();
  const one = [];
  for (let n = 0; n < 100; n++) one.push(await timeOf(() => jobs.member({ companyId, userId: middle })));
  return [
    { name: 'what follows from one award', times: one },
    { name: `the levels and badges of all ${count}, who had none, in all`, times: [first] },
    { name: `a new badge that all ${count} have earned, in all`, times: [badge] },
    { name: `all ${count} looked at, and nothing to give, in all`, times: [nothing] },
  ];
}

async function fill(database, count) {
  const place = await database.transaction(async (tx) => {
    const run = (sql, params = []) => tx.query(sql, params);
    await run('SET LOCAL session_replication_role = replica');
    await run(
      'CREATE TEMP TABLE u ON COMMIT DROP AS SELECT g AS n, uuidv7() AS id FROM generate_series(1, $1::integer) g',
      [count],
    );
    await run(`INSERT INTO "user" (id, email, display_name, locale, email_verified_at, created_at, updated_at)
      SELECT id, 'u' || n || '@bench.example', 'User ' || n, 'en', now(), now(), now() FROM u`);
    const [{ id: companyId }] = await run(`INSERT INTO company (id, slug, name, languages, default_language)
      VALUES (uuidv7(), 'bench', 'Bench', '{en}', 'en') RETURNING id`);
    await run(
      `INSERT INTO membership (id, company_id, user_id, role, leaderboard_opt_out, joined_at)
       SELECT uuidv7(), $1, id, 'CUSTOMER', n % 100 = 7, now() - n * interval '10 minutes' FROM u`,
      [companyId],
    );
    const challengeId = await challenge(run, companyId);
    await awards(run, companyId, challengeId);
    return { companyId, challengeId };
  });
  await database.query('VACUUM ANALYZE');
  return { ...place, ...(await places(database, place, count)) };
}

async function challenge(run, companyId) {
  const [{ id }] = await run(
    `INSERT INTO challenge (id, company_id, slug, title, language, created_by_id, publish_at, starts_at, ends_at, created_at, updated_at)
     SELECT uuidv7(), $1, 'bench', 'Bench', 'en', id, now() - interval '1 day', now() - interval '1 day', now() + interval '1 day', now(), now()
     FROM u WHERE n = 1 RETURNING id`,
    [companyId],
  );
  return id;
}

/** Few have much, many have little; half of it in the challenge, a third of it this month. */
async function awards(run, companyId, challengeId) {
  await run(
    `INSERT INTO award (id, company_id, user_id, rule, cause, points, capped, eligible, parts, standing, idea_id, comment_id, challenge_id, at)
     SELECT uuidv7(), $1, u.id, (ARRAY['IDEA_PUBLISHED', 'COMMENT_APPRECIATED', 'VOTES'])[k], k || ':' || u.n,
       1 + 200000 / (u.n + 20) % 3000 + (u.n::bigint * 7919 * k) % 40, false, true, 1, true, uuidv7(), uuidv7(),
       CASE WHEN u.n % 2 = 0 THEN $2::uuid END, CASE k WHEN 1 THEN now() ELSE now() - k * interval '40 days' END
     FROM u CROSS JOIN generate_series(1, ${AWARDS_EACH}) k`,
    [companyId, challengeId],
  );
  await run(
    `INSERT INTO score (company_id, scope, user_id, points) SELECT company_id, scope, user_id, sum(points) FROM award a
     CROSS JOIN LATERAL (VALUES ('ALL'), (to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM')), (a.challenge_id::text)) s (scope)
     WHERE scope IS NOT NULL GROUP BY 1, 2, 3`,
  );
}

/** Members and pages far up and far down. */
async function places(database, { companyId }, count) {
  const { encodeCursor } = await built('shared/graphql/connection.js');
  const at = async (offset) => {
    const [row] = await database.query(
      `SELECT s.user_id AS id, s.points FROM score s JOIN membership m USING (company_id, user_id)
       WHERE s.company_id = $1 AND s.scope = 'ALL' AND NOT m.leaderboard_opt_out ORDER BY s.points DESC, s.user_id OFFSET $2 LIMIT 1`,
      [companyId, offset],
    );
    return row;
  };
  const listed = Math.floor(count * 0.99);
  const [best, middle, end, last] = [await at(0), await at(listed >> 1), await at(listed - 30), await at(listed - 1)];
  const cursor = ({ points, id }) => encodeCursor([points, id]);
  return { best: best.id, middle: middle.id, last: last.id, deep: cursor(middle), deepest: cursor(end) };
}
