// A community in which much has happened that earns points, and nothing was settled yet.

/** Members, an idea for each ten, eight votes and two comments for each idea, an appreciation for each comment and a half. */
export async function fillCommunity(database, members) {
  const place = await database.transaction(async (tx) => {
    const run = (sql, params = []) => tx.query(sql, params);
    await run(`SET LOCAL session_replication_role = replica`);
    await run(
      `CREATE TEMP TABLE u ON COMMIT DROP AS SELECT g AS n, uuidv7() AS id FROM generate_series(0, $1::integer - 1) g`,
      [members],
    );
    await run(`INSERT INTO "user" (id, email, display_name, locale, email_verified_at, created_at, updated_at)
      SELECT id, 'u' || n || '@bench.example', 'User ' || n, 'en', now(), now(), now() FROM u`);
    const [{ id: companyId }] =
      await run(`INSERT INTO company (id, slug, name, languages, default_language, pre_moderation)
        VALUES (uuidv7(), 'bench', 'Bench', '{en}', 'en', 'NOTHING') RETURNING id`);
    await run(
      `INSERT INTO membership (id, company_id, user_id, role, trust_level)
       SELECT uuidv7(), $1, id, CASE n WHEN 0 THEN 'MANAGER' ELSE 'CUSTOMER' END, 2 FROM u`,
      [companyId],
    );
    await run(`CREATE INDEX ON u (n)`);
    await run(`ANALYZE u`);
    await addIdeas(run, companyId, members);
    await addComments(run, companyId, members);
    const ids = async (sql) => (await run(sql)).map(({ id }) => id);
    return {
      companyId,
      manager: (await ids('SELECT id FROM u WHERE n = 0'))[0],
      // whose ideas these are not
      voters: await ids('SELECT id FROM u WHERE n % 10 = 3 ORDER BY n LIMIT 2000'),
      ideas: await ids('SELECT id FROM i ORDER BY n LIMIT 2000'),
    };
  });
  await database.query('VACUUM ANALYZE');
  return place;
}

const AGO = (n) =>
  `date_trunc('milliseconds', now() - (${n} % 80) * interval '1 day' - (${n} % 1440) * interval '1 minute')`;

async function addIdeas(run, companyId, members) {
  await run(
    `CREATE TEMP TABLE i ON COMMIT DROP AS SELECT g.n, uuidv7() AS id, u.id AS author_id, ${AGO('g.n')} AS at
     FROM generate_series(0, $1::integer / 10 - 1) g (n) JOIN u ON u.n = 1 + (g.n * 10) % ($1::integer - 1)`,
    [members],
  );
  await run(
    `INSERT INTO idea (id, company_id, author_id, title, body, language, visibility, revision_count, created_at, published_at)
     SELECT id, $1, author_id, 'Idea number ' || n, 'It would help me on most days.', 'en', 'PUBLISHED', 1, at, at FROM i`,
    [companyId],
  );
  await run(`INSERT INTO idea_revision (idea_id, number, company_id, title, body, tags, editor_id, created_at)
    SELECT id, 1, company_id, title, body, tags, author_id, created_at FROM idea`);
  await run(
    `INSERT INTO vote (company_id, idea_id, user_id, value, created_at, updated_at)
     SELECT DISTINCT ON (i.id, u.id) $1::uuid, i.id, u.id, 1, i.at, i.at FROM i CROSS JOIN generate_series(1, 8 + 40 * (i.n % 50 = 0)::integer) g
     JOIN u ON u.n = 2 * ((i.n * 31 + g * 97) % ($2::integer / 2)) WHERE u.id <> i.author_id`,
    [companyId, members],
  );
  await run(`INSERT INTO idea_tally (idea_id, company_id, listed, up_count, score, trending, published_at)
    SELECT i.id, i.company_id, true, v.up, v.up, trending_score(v.up, 0, 0, i.published_at), i.published_at FROM idea i
    CROSS JOIN LATERAL (SELECT count(*)::integer AS up FROM vote WHERE idea_id = i.id) v`);
}

async function addComments(run, companyId, members) {
  await run(
    `CREATE TEMP TABLE c ON COMMIT DROP AS SELECT i.n * 2 + g AS n, uuidv7() AS id, i.id AS idea_id, u.id AS author_id, i.at
     FROM i CROSS JOIN generate_series(0, 1) g JOIN u ON u.n = 1 + (i.n * 2 + g) * 13 % ($1::integer - 1)`,
    [members],
  );
  await run(
    `INSERT INTO comment_appreciation (company_id, comment_id, user_id, created_at)
     SELECT DISTINCT ON (c.id, u.id) $1::uuid, c.id, u.id, c.at FROM c CROSS JOIN generate_series(1, 1 + c.n % 2) g
     JOIN u ON u.n = (c.n * 17 + g * 5) % $2::integer WHERE u.id <> c.author_id`,
    [companyId, members],
  );
  await run(
    `INSERT INTO comment (id, company_id, idea_id, author_id, body, language, visibility, created_at, appreciation_count)
     SELECT c.id, $1, c.idea_id, c.author_id, 'I would like that, too', 'en', 'PUBLISHED', c.at,
       (SELECT count(*) FROM comment_appreciation a WHERE a.comment_id = c.id) FROM c`,
    [companyId],
  );
}
