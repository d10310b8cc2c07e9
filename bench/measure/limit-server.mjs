// The limit: node:http and pg with one hand-written, named statement for each operation, and nothing else. It checks
// nobody's rights and renders no Markdown: what a server that did no more than move the bytes would cost.
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const COLUMNS = `i.id, i.title, i.status, t.up_count, t.comment_count, i.published_at, u.id AS author_id, u.display_name`;
const FROM = `idea_tally t JOIN idea i ON i.id = t.idea_id JOIN "user" u ON u.id = i.author_id`;
const STATEMENTS = {
  '/list': {
    text: `SELECT ${COLUMNS} FROM ${FROM} WHERE t.company_id = $1 AND t.challenge_id = $2 AND t.listed ORDER BY t.score DESC, t.idea_id DESC LIMIT 21`,
    values: (q) => [q.company, q.challenge],
  },
  '/own-list': {
    text: `SELECT ${COLUMNS}, v.value FROM ${FROM} LEFT JOIN vote v ON v.idea_id = i.id AND v.user_id = $3
      WHERE t.company_id = $1 AND t.challenge_id = $2 AND t.listed ORDER BY t.score DESC, t.idea_id DESC LIMIT 21`,
    values: (q) => [q.company, q.challenge, q.user],
  },
  '/page': {
    text: `SELECT ${COLUMNS}, i.body, c.id AS comment_id, c.body AS comment, c.created_at, c.appreciation_count, a.display_name AS comment_author
      FROM ${FROM} LEFT JOIN LATERAL (SELECT * FROM comment WHERE idea_id = i.id AND parent_id IS NULL ORDER BY created_at, id LIMIT 21) c ON true
      LEFT JOIN "user" a ON a.id = c.author_id WHERE i.id = $1`,
    values: (q) => [q.id],
  },
  '/search': {
    text: `SELECT ${COLUMNS} FROM (SELECT * FROM idea WHERE company_id = $1 AND search @@ websearch_to_tsquery('cocrea_en', $2) LIMIT 1000) i
      JOIN idea_tally t ON t.idea_id = i.id JOIN "user" u ON u.id = i.author_id ORDER BY ts_rank(i.search, websearch_to_tsquery('cocrea_en', $2)) DESC LIMIT 20`,
    values: (q) => [q.company, q.text],
  },
  '/similar': {
    text: `SELECT ${COLUMNS} FROM (
        SELECT e.idea_id, sum(e.weight * ln(1 + 1e6 / s.idea_count)) AS score
        FROM (SELECT term, idea_count FROM search_term WHERE company_id = $1 AND language = 'en'
          AND term = ANY (tsvector_to_array(to_tsvector('cocrea_en', $2))) ORDER BY idea_count LIMIT 3) s
        CROSS JOIN LATERAL (SELECT idea_id, weight FROM idea_term
          WHERE company_id = $1 AND language = 'en' AND term = s.term LIMIT 2000) e
        GROUP BY e.idea_id ORDER BY score DESC LIMIT 5) f
      JOIN idea_tally t ON t.idea_id = f.idea_id JOIN idea i ON i.id = f.idea_id JOIN "user" u ON u.id = i.author_id ORDER BY f.score DESC`,
    values: (q) => [q.company, q.title],
  },
  '/vote': {
    text: `INSERT INTO vote (company_id, idea_id, user_id, value, created_at, updated_at) VALUES ($1, $2, $3, 1, now(), now())
      ON CONFLICT (idea_id, user_id) DO UPDATE SET updated_at = now()`,
    values: (q) => [q.company, q.id, q.user],
  },
  '/submit': {
    text: `INSERT INTO idea (id, company_id, challenge_id, author_id, title, body, language, visibility, published_at, search)
      VALUES (uuidv7(), $1, $2, $3, $4, $5, 'en', 'PUBLISHED', now(), idea_search('en', $4, '{}', $5)) RETURNING id`,
    values: (q) => [q.company, q.challenge, q.user, q.title, q.body],
  },
};

http
  .createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const { text, values } = STATEMENTS[pathname];
    const { rows } = await pool.query({ name: pathname, text, values: values(Object.fromEntries(searchParams)) });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
