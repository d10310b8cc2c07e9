import { newId } from '../../src/shared/database/ids.js';
import type { TestApp } from './app.js';

type Ids = { id: string };

export const appreciate = (t: TestApp, company: Ids, comment: Ids, by: Ids, at = t.clock.now()) =>
  t.database.query(
    `WITH given AS (INSERT INTO comment_appreciation (company_id, comment_id, user_id, created_at) VALUES ($1, $2, $3, $4))
     UPDATE comment SET appreciation_count = appreciation_count + 1 WHERE id = $2`,
    [company.id, comment.id, by.id, at],
  );

/** What the company said to an idea, at these moments. */
export async function answers(t: TestApp, company: Ids, idea: Ids, by: Ids, said: [string, Date][]): Promise<void> {
  for (const [status, at] of said)
    await t.database.query(
      `WITH said AS (INSERT INTO answer (id, company_id, idea_id, author_id, status, body, created_at) VALUES ($1, $2, $3, $4, $5, 'So.', $6))
       UPDATE idea SET status = $5, answered_at = $6, first_answered_at = coalesce(first_answered_at, $6) WHERE id = $3`,
      [newId(), company.id, idea.id, by.id, status, at],
    );
}
