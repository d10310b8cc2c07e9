import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/database/database.js';

/** What somebody is writing, as far as it got. */
export interface Writing {
  companyId: string;
  /** what it may be written in, the likeliest first */
  languages: readonly string[];
  title: string;
  body: string;
  /** whose ideas are meant first */
  challengeId: string | null;
}

const MOST_WORDS = 100;
const MOST_TERMS = 25;
/** Ideas read by term, at most: what is in every second idea says little, and would cost the more the larger the community. */
const MOST_READ = 10_000;
/** Beyond the asked ones, for those that were taken away a moment ago and are still listed. */
const SPARE = 20;
/** Of what was written an idea must have so much, by the weight of the words, to be worth a look. */
const LEAST_COVER = 0.22;
/** An idea for the same challenge is worth so much more. */
const SAME_CHALLENGE = 1.25;
/** About the largest weight that a term has in an idea. */
const FULL_WEIGHT = 1.5;

/**
 * The term that an unknown word of a title seems to mean, where it has at least four letters: one that it begins, as while one types, or one
 * that is written nearly so, with one letter wrong or, in a longer word, two. The first letter is taken as right.
 * OFFSET keeps the likeness from being computed twice.
 */
const NEAREST = `
SELECT term, idea_count, likeness FROM (
  SELECT term, idea_count, CASE WHEN starts_with(term, w.term) THEN length(w.term)::real / length(term)
    ELSE 1 - levenshtein_less_equal(left(term, 40), left(w.term, 40), 3)::real / length(w.term) END AS likeness
  FROM search_term
  WHERE w.idea_count IS NULL AND w.titled AND length(w.term) > 3 AND company_id = $1 AND language = w.language
    AND term >= left(w.term, 1) AND term < left(w.term, 1) || U&'\\+10FFFF'
    AND (abs(length(term) - length(w.term)) <= 2 OR starts_with(term, w.term)) AND idea_count > 0 OFFSET 0) near
WHERE likeness >= CASE WHEN length(w.term) < 6 THEN 0.75 ELSE 0.66 END OR starts_with(term, w.term)
ORDER BY likeness DESC, idea_count DESC, term LIMIT 1`;

/**
 * BM25 over the stemmed words of the writing, in the language whose ideas know the largest part of them: of a few words
 * nothing else tells it so well. An idea that was taken away since it was listed is left out.
 */
const SIMILAR = `
WITH word AS MATERIALIZED (
  SELECT l.language, l.place, w.*, s.idea_count FROM unnest($2::text[]) WITH ORDINALITY AS l (language, place)
  CROSS JOIN LATERAL (
    SELECT lexeme COLLATE "C" AS term, term_count(weights) AS count, 'A' = ANY (weights) AS titled
    FROM unnest(setweight(to_tsvector(search_configuration(l.language), $3), 'A') || to_tsvector(search_configuration(l.language), $4))
    ORDER BY titled DESC, positions[1] LIMIT ${MOST_WORDS}) w
  LEFT JOIN search_term s ON s.company_id = $1 AND s.language = l.language AND s.term = w.term AND s.idea_count > 0
), spoken AS MATERIALIZED (
  SELECT language FROM word GROUP BY language, place ORDER BY count(idea_count)::real / count(*) DESC, place LIMIT 1
), total AS MATERIALIZED (
  SELECT s.language, s.idea_count AS ideas FROM search_term s JOIN spoken USING (language) WHERE s.company_id = $1 AND s.term = ''
), meant AS MATERIALIZED (
  SELECT coalesce(n.term, w.term) AS term, coalesce(n.idea_count, w.idea_count) AS idea_count,
    w.count / (w.count + 1) * coalesce(n.likeness, 1) AS count
  FROM word w JOIN spoken USING (language) LEFT JOIN LATERAL (${NEAREST}) n ON true
), asked AS MATERIALIZED (
  SELECT m.term, m.idea_count, m.count * ln(1 + (t.ideas + 1)::real / coalesce(m.idea_count, 1)) AS importance
  FROM meant m, total t
), best AS MATERIALIZED (
  SELECT term, importance FROM (
    SELECT *, sum(idea_count) OVER (ORDER BY importance DESC, term) AS read FROM asked WHERE idea_count > 0) a
  WHERE read <= ${MOST_READ} ORDER BY importance DESC LIMIT ${MOST_TERMS}
), found AS MATERIALIZED (
  SELECT t.idea_id, sum(t.weight * b.importance) AS score
  FROM best b JOIN idea_term t ON t.company_id = $1 AND t.language = (SELECT language FROM spoken) AND t.term = b.term
  GROUP BY t.idea_id ORDER BY score DESC, t.idea_id DESC LIMIT $6::integer + ${SPARE}
)
SELECT i.id FROM found f JOIN idea i ON i.id = f.idea_id
WHERE i.visibility = 'PUBLISHED'
  AND f.score >= ${LEAST_COVER} * ${FULL_WEIGHT} * (SELECT sum(importance) FROM (SELECT importance FROM asked ORDER BY importance DESC LIMIT ${MOST_TERMS}) a)
ORDER BY f.score * CASE WHEN i.challenge_id = $5::uuid THEN ${SAME_CHALLENGE} ELSE 1 END DESC, i.id DESC LIMIT $6::integer`;

/** Finds ideas that say what somebody is about to write. */
@Injectable()
export class SimilarIdeasQueries {
  constructor(private readonly database: Database) {}

  /** Ids of published ideas, the most similar first. */
  async find({ companyId, languages, title, body, challengeId }: Writing, first: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(SIMILAR, [
      companyId,
      languages,
      title,
      body,
      challengeId,
      first,
    ]);
    return rows.map(({ id }) => id);
  }
}
