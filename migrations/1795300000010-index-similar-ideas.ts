import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE TABLE search_term (
  company_id uuid NOT NULL CONSTRAINT search_term_company_fk REFERENCES company (id) ON DELETE CASCADE,
  language text NOT NULL,
  term text COLLATE "C" NOT NULL,
  idea_count integer NOT NULL,
  PRIMARY KEY (company_id, language, term)
) WITH (fillfactor = 80);

CREATE TABLE idea_term (
  company_id uuid NOT NULL,
  language text NOT NULL,
  term text COLLATE "C" NOT NULL,
  idea_id uuid NOT NULL,
  weight real NOT NULL,
  PRIMARY KEY (company_id, language, term, idea_id) INCLUDE (weight)
);

CREATE TABLE indexed_idea (
  idea_id uuid PRIMARY KEY CONSTRAINT indexed_idea_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  company_id uuid NOT NULL CONSTRAINT indexed_idea_company_fk REFERENCES company (id) ON DELETE CASCADE,
  language text NOT NULL,
  terms text[] NOT NULL
);
`;

// BM25 with k1 = 1.2 and b = 0.75. Titles count double. The length is measured against a usual one, not against the
// company's average, so that an idea's weights depend on nothing but its text.
const WEIGHTS = `
CREATE FUNCTION term_count(weights text[]) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (cardinality(weights) + cardinality(array_positions(weights, 'A')))::real $$;

CREATE FUNCTION term_weight(count real, length real) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (2.2 * count / (count + 1.2 * (0.25 + 0.75 * length / 40)))::real $$;

CREATE FUNCTION idea_terms(ids uuid[]) RETURNS TABLE (idea_id uuid, company_id uuid, language text, term text, weight real) LANGUAGE sql STABLE
AS $$
  SELECT i.id, i.company_id, coalesce(i.language, 'und'), t.term, term_weight(t.count, sum(t.count) OVER (PARTITION BY i.id))
  FROM idea i CROSS JOIN LATERAL (
    SELECT lexeme COLLATE "C" AS term, term_count(weights) AS count FROM unnest(i.search) UNION ALL SELECT '', 0) t
  WHERE i.id = ANY (ids) AND i.visibility = 'PUBLISHED'
$$;
`;

// The ideas are locked first, so that two that index the same one do it one after the other; the second statement then
// sees what the first one left. The counts are written in the order of their key: nobody waits in a circle.
const INDEX = `
CREATE FUNCTION index_ideas(ids uuid[]) RETURNS void LANGUAGE sql
AS $$
  SELECT FROM idea WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

  WITH wanted AS MATERIALIZED (SELECT * FROM idea_terms(ids)),
  known AS MATERIALIZED (
    SELECT d.idea_id, d.company_id, d.language, t.term COLLATE "C" AS term FROM indexed_idea d, unnest(d.terms) AS t (term) WHERE d.idea_id = ANY (ids)),
  counted AS (
    INSERT INTO search_term AS s (company_id, language, term, idea_count)
    SELECT company_id, language, term, sum(change) FROM (
      SELECT company_id, language, term, 1 AS change FROM wanted UNION ALL SELECT company_id, language, term, -1 FROM known) c
    GROUP BY 1, 2, 3 HAVING sum(change) <> 0 ORDER BY 1, 2, 3
    ON CONFLICT (company_id, language, term) DO UPDATE SET idea_count = s.idea_count + excluded.idea_count),
  dropped AS (
    DELETE FROM idea_term t USING (
      SELECT company_id, language, term, idea_id FROM known EXCEPT SELECT company_id, language, term, idea_id FROM wanted) k
    WHERE (t.company_id, t.language, t.term, t.idea_id) = (k.company_id, k.language, k.term, k.idea_id)),
  listed AS (
    INSERT INTO idea_term AS t (company_id, language, term, idea_id, weight)
    SELECT company_id, language, term, idea_id, weight FROM wanted WHERE term <> '' ORDER BY 1, 2, 3, 4
    ON CONFLICT (company_id, language, term, idea_id) DO UPDATE SET weight = excluded.weight WHERE t.weight <> excluded.weight),
  gone AS (
    DELETE FROM indexed_idea WHERE idea_id = ANY (ids) AND idea_id NOT IN (SELECT idea_id FROM wanted))
  INSERT INTO indexed_idea AS d (idea_id, company_id, language, terms)
  SELECT idea_id, company_id, language, array_agg(term ORDER BY term) FROM wanted GROUP BY 1, 2, 3
  ON CONFLICT (idea_id) DO UPDATE SET language = excluded.language, terms = excluded.terms
  WHERE (d.language, d.terms) IS DISTINCT FROM (excluded.language, excluded.terms);
$$;
`;

/**
 * What similar ideas are found by. `search_term` counts the published ideas with a term, of a company and language, and
 * under the empty term all of them; `idea_term` has the ideas by term; `indexed_idea` says what stands there of an idea.
 */
export class IndexSimilarIdeas1795300000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, WEIGHTS, INDEX]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION index_ideas; DROP FUNCTION idea_terms; DROP FUNCTION term_weight; DROP FUNCTION term_count;
      DROP TABLE indexed_idea; DROP TABLE idea_term; DROP TABLE search_term; DROP EXTENSION fuzzystrmatch`);
  }
}
