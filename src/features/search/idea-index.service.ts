import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Difference } from '../../shared/database/difference.js';

const BATCH = 500;

/** What the index must hold: of every published idea its terms, and of every term its ideas. What is on its way to it is left out. */
const VERIFY = `
WITH due AS MATERIALIZED (SELECT id FROM idea i WHERE NOT EXISTS (SELECT FROM event WHERE aggregate_id = i.id AND dispatched_at IS NULL))
SELECT coalesce(d.idea_id, w.idea_id) AS id, 'terms' AS "column", d.terms::text AS stored, w.terms::text AS counted
FROM (SELECT idea_id, language, array_agg(term ORDER BY term) AS terms FROM idea_terms(ARRAY(SELECT id FROM due)) GROUP BY 1, 2) w
FULL JOIN (SELECT * FROM indexed_idea WHERE idea_id IN (SELECT id FROM due)) d ON d.idea_id = w.idea_id
WHERE d.language IS DISTINCT FROM w.language OR d.terms IS DISTINCT FROM w.terms
UNION ALL
SELECT coalesce(d.idea_id, t.idea_id), 'idea_term', array_length(t.terms, 1)::text, (array_length(d.terms, 1) - 1)::text
FROM (SELECT idea_id, language, array_agg(term ORDER BY term) AS terms FROM idea_term GROUP BY 1, 2) t
FULL JOIN indexed_idea d ON d.idea_id = t.idea_id AND d.language = t.language
WHERE array_remove(d.terms, '') IS DISTINCT FROM coalesce(t.terms, '{}')
UNION ALL
SELECT coalesce(s.company_id, d.company_id), 'idea_count of ' || coalesce(s.term, d.term), s.idea_count::text, d.ideas::text
FROM (SELECT company_id, language, term, count(*) AS ideas FROM indexed_idea, unnest(terms) AS t (term) GROUP BY 1, 2, 3) d
FULL JOIN search_term s USING (company_id, language, term)
WHERE coalesce(s.idea_count, 0) <> coalesce(d.ideas, 0)
ORDER BY 1, 2`;

/** The index by which similar ideas are found: made of the ideas' own texts, and at any time made anew from them. */
@Injectable()
export class IdeaIndexService {
  constructor(private readonly database: Database) {}

  /** Brings the index to what an idea says now: out of it where it is not published. Repeating it changes nothing. */
  async index(tx: Transaction, ideaId: string): Promise<void> {
    await this.database.query('SELECT index_ideas(ARRAY[$1::uuid])', [ideaId], tx);
  }

  /**
   * The same for all ideas, in batches, while the site is used.
   * @returns how many ideas it went through
   */
  async rebuild(onProgress?: (done: number) => void): Promise<number> {
    let done = 0;
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.query<{ id: string }>(
        `SELECT id FROM idea WHERE id > $1 AND visibility <> 'DRAFT' ORDER BY id LIMIT ${BATCH}`,
        [last],
      );
      if (rows.length === 0) return done;
      const ids = rows.map(({ id }) => id);
      await this.database.query('SELECT index_ideas($1::uuid[])', [ids]);
      last = ids.at(-1)!;
      onProgress?.((done += ids.length));
    }
  }

  /** Where the index is not what the ideas say; nowhere, if all is well. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }
}
