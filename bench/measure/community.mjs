// Fills a migrated database with a community of a given size: 2,000 members, ideas with 20 votes each on average, and
// 5 comments each; 50 ideas have 25 comments. Foreign keys are not checked while it is written.
import { sqlWords } from './words.mjs';

const USERS = 2000;
/** @returns ids to aim requests at */
export async function fill(client, ideas) {
  const run = (sql, params = []) => client.query(sql, params);
  await run(`SET session_replication_role = replica`);
  await run(`CREATE TEMP TABLE u AS SELECT g AS n, uuidv7() AS id FROM generate_series(0, ${USERS - 1}) g`);
  await run(`CREATE INDEX ON u (n)`);
  await run(
    `INSERT INTO "user" (id, email, display_name, locale, email_verified_at) SELECT id, 'u' || n || '@bench.example', 'User ' || n, 'en', now() FROM u`,
  );
  const { rows } = await run(`INSERT INTO company (id, slug, name, languages, default_language, pre_moderation)
    VALUES (uuidv7(), 'bench', 'Bench', '{en}', 'en', 'NOTHING') RETURNING id`);
  const company = rows[0].id;
  await run(
    `INSERT INTO membership (id, company_id, user_id, role, trust_level) SELECT uuidv7(), $1, id, 'CUSTOMER', 2 FROM u`,
    [company],
  );
  const challenge = (
    await run(
      `INSERT INTO challenge (id, company_id, slug, title, language, created_by_id, publish_at, starts_at, ends_at, published_event_at)
       SELECT uuidv7(), $1, 'bench', 'Bench', 'en', id, now() - interval '40 days', now() - interval '40 days', now() + interval '40 days', now()
       FROM u WHERE n = 0 RETURNING id`,
      [company],
    )
  ).rows[0].id;
  await run(
    `INSERT INTO phase (id, company_id, challenge_id, kind, position, starts_at, ends_at, may_submit, may_edit, may_comment, may_vote, counts_visible, started_event_at)
     VALUES (uuidv7(), $1, $2, 'IDEATION', 0, now() - interval '40 days', now() + interval '40 days', true, true, true, true, true, now())`,
    [company, challenge],
  );
  await addIdeas(run, company, challenge, ideas);
  await addVotesAndComments(run, company);
  await run(`SET session_replication_role = origin`);
  await run('VACUUM ANALYZE');
  const pick = async (sql) => (await run(sql)).rows.map(({ id }) => id);
  return {
    company,
    challenge,
    users: await pick('SELECT id FROM u ORDER BY n'),
    ideas: await pick('SELECT id FROM i ORDER BY md5(id::text) LIMIT 20000'),
    discussed: await pick('SELECT id FROM i WHERE n < 50'),
  };
}

async function addIdeas(run, company, challenge, ideas) {
  await run(`CREATE TEMP TABLE i AS SELECT g AS n, uuidv7() AS id, now() - random() * interval '39 days' AS at, (g * 13) % ${USERS} AS author,
    5 + g % 31 AS votes FROM generate_series(0, ${ideas - 1}) g`);
  await run(
    `INSERT INTO idea (id, company_id, challenge_id, author_id, title, body, language, tags, visibility, revision_count, created_at, published_at)
     SELECT i.id, $1, $2, u.id, ${sqlWords(6, 'i.id')}, ${sqlWords(45, 'i.id')}, 'en', ARRAY['tag' || i.n % 20], 'PUBLISHED', 1, i.at, i.at
     FROM i JOIN u ON u.n = i.author`,
    [company, challenge],
  );
  await run(`UPDATE idea SET search = idea_search(language, title, tags, body)`);
  for (let from = 0; from < ideas; from += 500)
    await run(`SELECT index_ideas(ARRAY(SELECT id FROM i WHERE n >= $1 AND n < $1 + 500))`, [from]);
  await run(`INSERT INTO idea_revision (idea_id, number, company_id, title, body, tags, editor_id, created_at)
    SELECT id, 1, company_id, title, body, tags, author_id, created_at FROM idea`);
}

async function addVotesAndComments(run, company) {
  await run(
    `INSERT INTO vote (company_id, idea_id, user_id, value, created_at, updated_at)
     SELECT $1, i.id, u.id, 1, i.at, i.at FROM i CROSS JOIN LATERAL generate_series(1, i.votes) k JOIN u ON u.n = (i.author + k * 53) % ${USERS}`,
    [company],
  );
  await run(
    `INSERT INTO comment (id, company_id, idea_id, author_id, body, language, visibility, created_at)
     SELECT uuidv7(), $1, i.id, u.id, 'It would help me on most days of the week, ' || k, 'en', 'PUBLISHED', i.at + k * interval '1 minute'
     FROM i CROSS JOIN LATERAL generate_series(1, CASE WHEN i.n < 50 THEN 25 ELSE 5 END) k JOIN u ON u.n = (i.author + k * 31) % ${USERS}`,
    [company],
  );
  await run(
    `INSERT INTO comment_revision (comment_id, number, company_id, body, created_at) SELECT id, 1, company_id, body, created_at FROM comment`,
  );
  await run(
    `INSERT INTO idea_tally (idea_id, company_id, challenge_id, listed, up_count, score, comment_count, trending, published_at)
     SELECT i.id, x.company_id, x.challenge_id, true, i.votes, i.votes, c.n, trending_score(i.votes, 0, c.n, x.published_at), x.published_at
     FROM i JOIN idea x ON x.id = i.id CROSS JOIN LATERAL (SELECT CASE WHEN i.n < 50 THEN 25 ELSE 5 END AS n) c`,
  );
}
