// `npm run bench -- reviews [count]`: the moderators' queue of a company with so many reviews, by each filter, and deciding.
import { asker, row, timeOf, withRows } from './measure/in-process.mjs';

const built = (file) => import(new URL(`../dist/src/${file}`, import.meta.url).href);
const DECISIONS = 100;

const PAGE = `query ($companyId: ID!, $after: String, $state: ReviewState = PENDING, $kind: ReviewKind, $language: Locale, $ruleId: ID, $overdueOnly: Boolean, $waitingHours: Int) {
  reviews(companyId: $companyId, first: 25, after: $after, state: $state, kind: $kind, language: $language, ruleId: $ruleId, overdueOnly: $overdueOnly, waitingHours: $waitingHours) {
    pageInfo { endCursor } edges { node { id version kind state score dueAt overdue author { displayName } idea { title } comment { body } flags { rule { title } } } } } }`;
const COUNT = `query ($companyId: ID!) { reviews(companyId: $companyId, first: 1) { totalCount } }`;
const DECIDE = `mutation ($input: DecideReviewInput!) { decideReview(input: $input) { id state } }`;
const UNDO = `mutation ($input: UndoDecisionInput!) { undoDecision(input: $input) { id } }`;

const about = (count) => `${count} reviews of one company, four of five of which wait. Pages of 25`;

export const run = ([count = '100000']) =>
  withRows('reviews', { title: 'The queue of reviews', about: about(count), count }, (app) =>
    measure(app, Number(count)),
  );

async function measure(app, count) {
  const { Database } = await built('shared/database/database.js');
  const database = app.get(Database, { strict: false });
  const place = await fill(database, count);
  const ask = await asker(app, place.moderator);
  const { companyId } = place;
  const rows = [];
  for (const [name, filter] of filtersOf(place))
    rows.push(await row(database, name, () => ask(PAGE, { companyId, ...filter }), 'FROM review WHERE'));
  rows.push(await row(database, 'how many wait', () => ask(COUNT, { companyId }), 'count(*)'));
  rows.push(...(await deciding(database, ask, place)));
  return rows;
}

const filtersOf = ({ common, rare, deep }) => [
  ['all that waits', {}],
  ['the page half way down', { after: deep }],
  ['comments', { kind: 'COMMENT' }],
  ['members (1 of 100)', { kind: 'PROFILE' }],
  ['in Italian (1 of 10)', { language: 'IT' }],
  ['Italian comments', { language: 'IT', kind: 'COMMENT' }],
  ['by a rule that half of the reports name', { ruleId: common }],
  ['by a rule that 1 of 500 names', { ruleId: rare }],
  ['overdue', { overdueOnly: true }],
  ['what waits for two days', { waitingHours: 48 }],
  ['what waits for longer than all', { waitingHours: 8760 }],
  ['what was decided against', { state: 'REJECTED' }],
  ['in whatever state', { state: null }],
];

async function deciding(database, ask, { companyId, common }) {
  const { reviews } = await ask(PAGE, { companyId, kind: 'IDEA' });
  const pages = [reviews];
  while (pages.length * 25 < DECISIONS && pages.at(-1).edges.length === 25)
    pages.push((await ask(PAGE, { companyId, kind: 'IDEA', after: pages.at(-1).pageInfo.endCursor })).reviews);
  const found = pages.flatMap(({ edges }) => edges.map(({ node }) => node)).slice(0, DECISIONS);
  const [decided, undone] = [[], []];
  for (const { id: reviewId, version } of found)
    decided.push(await timeOf(() => ask(DECIDE, { input: { reviewId, version, act: 'HIDE', ruleId: common } })));
  const decisions = await database.query('SELECT id FROM decision ORDER BY id DESC');
  for (const { id: decisionId } of decisions) undone.push(await timeOf(() => ask(UNDO, { input: { decisionId } })));
  return [
    { name: 'deciding (HIDE)', times: decided },
    { name: 'taking that back', times: undone },
  ];
}

const IDEA_OF = `CASE WHEN r.n % 100 <> 0 AND r.n % 2 = 0 THEN i.id END`;
const COMMENT_OF = `CASE WHEN r.n % 100 <> 0 AND r.n % 2 = 1 THEN c.id END`;

/** Reviews of ideas, comments and some members; four of five wait, half of them reported. */
async function fill(database, count) {
  return database
    .transaction(async (tx) => {
      const run = (sql, params = []) => tx.query(sql, params);
      await run(`SET LOCAL session_replication_role = replica`);
      await run(`CREATE TEMP TABLE u ON COMMIT DROP AS SELECT g AS n, uuidv7() AS id FROM generate_series(0, 1999) g`);
      await run(`INSERT INTO "user" (id, email, display_name, locale, email_verified_at, created_at, updated_at)
      SELECT id, 'u' || n || '@bench.example', 'User ' || n, 'en', now(), now(), now() FROM u`);
      const [{ id: companyId }] =
        await run(`INSERT INTO company (id, slug, name, languages, default_language, pre_moderation)
      VALUES (uuidv7(), 'bench', 'Bench', '{en}', 'en', 'NOTHING') RETURNING id`);
      await run(
        `INSERT INTO membership (id, company_id, user_id, role, trust_level)
       SELECT uuidv7(), $1, id, CASE n WHEN 0 THEN 'MODERATOR' ELSE 'CUSTOMER' END, 2 FROM u`,
        [companyId],
      );
      const rules = await run(
        `INSERT INTO rule (id, company_id, position, title, text) SELECT uuidv7(), $1, g, 'Rule ' || g, 'Text' FROM generate_series(1, 5) g RETURNING id`,
        [companyId],
      );
      await addItems(run, companyId, count);
      await addReviews(run, companyId, rules);
      const [{ id: moderator }] = await run('SELECT id FROM u WHERE n = 0');
      return { companyId, moderator, common: rules[0].id, rare: rules[4].id };
    })
    .then(async (place) => {
      await database.query('VACUUM ANALYZE');
      const [middle] = await database.query(
        `SELECT rank_at AS "rankAt", id FROM review WHERE company_id = $1 AND state = 'PENDING' ORDER BY rank_at, id OFFSET $2 LIMIT 1`,
        [place.companyId, Math.floor(count * 0.4)],
      );
      const { encodeCursor } = await built('shared/graphql/connection.js');
      return { ...place, deep: encodeCursor([middle.rankAt.toISOString(), middle.id]) };
    });
}

const LANGUAGE = (n) => `CASE WHEN ${n} % 20 = 3 OR ${n} % 20 = 4 THEN 'it' WHEN ${n} % 3 = 0 THEN 'es' ELSE 'en' END`;

async function addItems(run, companyId, count) {
  await run(
    `CREATE TEMP TABLE i ON COMMIT DROP AS SELECT g AS n, uuidv7() AS id FROM generate_series(0, $1::integer - 1, 2) g`,
    [count],
  );
  await run(
    `INSERT INTO idea (id, company_id, author_id, title, body, language, visibility, revision_count, created_at, published_at, search)
     SELECT i.id, $1, u.id, 'Idea number ' || i.n, 'It would help me on most days.', ${LANGUAGE('i.n')}, 'PUBLISHED', 1, now(), now(),
       idea_search('en', 'Idea number ' || i.n, '{}', 'It would help me on most days.')
     FROM i JOIN u ON u.n = 1 + i.n % 1999`,
    [companyId],
  );
  await run(`INSERT INTO idea_tally (idea_id, company_id, listed, trending, published_at)
    SELECT id, company_id, true, trending_score(0, 0, 0, published_at), published_at FROM idea`);
  await run(`INSERT INTO idea_revision (idea_id, number, company_id, title, body, tags, editor_id, created_at)
    SELECT id, 1, company_id, title, body, tags, author_id, created_at FROM idea`);
  await run(`CREATE TEMP TABLE c ON COMMIT DROP AS SELECT n + 1 AS n, uuidv7() AS id, id AS idea_id FROM i`);
  await run(
    `INSERT INTO comment (id, company_id, idea_id, author_id, body, language, visibility, created_at)
     SELECT c.id, $1, c.idea_id, u.id, 'I would like that, too', ${LANGUAGE('c.n')}, 'PUBLISHED', now() FROM c JOIN u ON u.n = 1 + c.n % 1999`,
    [companyId],
  );
}

async function addReviews(run, companyId, rules) {
  await run(
    `CREATE TEMP TABLE r ON COMMIT DROP AS SELECT n, uuidv7() AS id, date_trunc('milliseconds', now() - random() * interval '90 days') AS at
     FROM (SELECT n FROM i UNION ALL SELECT n FROM c) x`,
  );
  await run(
    `INSERT INTO review (id, company_id, kind, idea_id, comment_id, profile_id, author_id, state, created_at, due_at, rank_at, language, rule_id, decided_at)
     SELECT r.id, $1, CASE WHEN r.n % 100 = 0 THEN 'PROFILE' WHEN r.n % 2 = 0 THEN 'IDEA' ELSE 'COMMENT' END,
       ${IDEA_OF}, ${COMMENT_OF}, CASE WHEN r.n % 100 = 0 THEN u.id END, u.id,
       CASE WHEN r.n % 5 = 1 THEN 'REJECTED' ELSE 'PENDING' END, r.at, r.at + interval '45 days', r.at + interval '45 days' - (r.n % 40) * interval '1 hour',
       CASE WHEN r.n % 100 <> 0 THEN ${LANGUAGE('r.n')} END, CASE WHEN r.n % 5 = 1 THEN $2::uuid END, CASE WHEN r.n % 5 = 1 THEN r.at END
     FROM r JOIN u ON u.n = 1 + r.n % 1999 LEFT JOIN i ON i.n = r.n LEFT JOIN c ON c.n = r.n ON CONFLICT DO NOTHING`,
    [companyId, rules[0].id],
  );
  await run(
    `INSERT INTO flag (id, company_id, review_id, kind, idea_id, comment_id, profile_id, flagger_id, rule_id, weight, state, created_at)
     SELECT uuidv7(), $1, v.id, v.kind, v.idea_id, v.comment_id, v.profile_id, u.id,
       ($2::uuid[])[CASE WHEN r.n % 500 = 7 THEN 5 WHEN r.n % 4 < 2 THEN 1 ELSE 2 + r.n % 3 END], 1, 'OPEN', v.created_at
     FROM r JOIN review v ON v.id = r.id JOIN u ON u.n = 1 + (r.n * 7 + 3) % 1999 WHERE r.n % 2 = 1 OR r.n % 4 = 0`,
    [companyId, rules.map(({ id }) => id)],
  );
  await run(
    `UPDATE review v SET rule_ids = array_remove(ARRAY (SELECT rule_id FROM flag WHERE review_id = v.id) || v.rule_id, NULL)
     WHERE company_id = $1`,
    [companyId],
  );
}
