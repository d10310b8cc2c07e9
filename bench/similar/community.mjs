// The demo's ideas, and made-up ones of the same words around them.
import { readdirSync, readFileSync } from 'node:fs';
import { random } from './rewordings.mjs';

const DEMO = new URL('../../demo/companies/', import.meta.url);

/** Published ideas with the key that the demo's texts give them. */
export async function demoIdeas(client) {
  const keys = new Map();
  for (const company of readdirSync(DEMO))
    for (const { key, title } of JSON.parse(readFileSync(new URL(`${company}/ideas.json`, DEMO), 'utf8')))
      keys.set(`${company}/${title}`, key);
  const { rows } =
    await client.query(`SELECT i.id, i.title, i.body, i.language, i.company_id AS "companyId", i.author_id AS "authorId", c.slug
    FROM idea i JOIN company c ON c.id = i.company_id WHERE i.visibility = 'PUBLISHED' ORDER BY i.id`);
  return rows.map((row) => ({ ...row, key: keys.get(`${row.slug}/${row.title}`) }));
}

/** Ideas number `from` to `to` of each company and language. */
export async function addNoise(client, ideas, from, to) {
  const places = new Map(
    ideas.map(({ companyId, language, authorId }) => [`${companyId}/${language}`, { companyId, language, authorId }]),
  );
  for (const { companyId, language, authorId } of places.values()) {
    const words = ideas
      .filter((idea) => idea.language === language)
      .flatMap(({ title, body }) => `${title} ${body}`.split(/\s+/));
    const text = (count) => Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
    for (let n = from; n < to; n += 500) {
      const texts = Array.from({ length: Math.min(500, to - n) }, () => [text(9), text(42)]);
      await client
        .query(
          `WITH added AS (
           INSERT INTO idea (id, company_id, author_id, title, body, language, visibility, revision_count, published_at, search)
           SELECT uuidv7(), $1, $2, left(t, 120), b, $3, 'PUBLISHED', 1, now(), idea_search($3, left(t, 120), '{}', b) FROM unnest($4::text[], $5::text[]) AS x (t, b)
           RETURNING id)
         SELECT array_agg(id) AS ids FROM added`,
          [companyId, authorId, language, texts.map(([t]) => t), texts.map(([, b]) => b)],
        )
        .then(({ rows }) => client.query('SELECT index_ideas($1::uuid[])', [rows[0].ids]));
    }
  }
  await client.query('VACUUM ANALYZE');
}
