import { newId } from '../../src/shared/database/ids.js';
import type { TestApp } from './app.js';

type Ids = { id: string };

async function hold(t: TestApp, company: Ids, badgeId: string, user: Ids): Promise<void> {
  await t.database.query(
    `WITH fresh AS (INSERT INTO badge_holding (id, company_id, badge_id, user_id, earned_at) VALUES ($1, $2, $3, $4, now())
       ON CONFLICT DO NOTHING RETURNING badge_id)
     UPDATE badge SET holder_count = holder_count + 1 FROM fresh WHERE id = badge_id`,
    [newId(), company.id, badgeId, user.id],
  );
}

/**
 * Somebody has points and a badge that others have too; the manager has one of the company's own, and can earn another.
 * @returns the badge that all have
 */
export async function honoured(t: TestApp, company: Ids, manager: Ids, person: Ids): Promise<string> {
  await t.database.query(
    `INSERT INTO badge (id, company_id, built_in, created_at) VALUES ($1, $2, 'IDEAS_PUBLISHED_1', now()) ON CONFLICT DO NOTHING`,
    [newId(), company.id],
  );
  const [common] = await t.database.query<Ids>(`SELECT id FROM badge WHERE company_id = $1 AND built_in IS NOT NULL`, [
    company.id,
  ]);
  for (const user of [person, manager]) await hold(t, company, common!.id, user);
  const own = newId();
  await t.database.query(
    `INSERT INTO badge (id, company_id, name, metric, threshold, created_at)
     VALUES ($1, $2, 'Friend', NULL, NULL, now()), ($3, $2, 'Helper', 'ANSWERS_GIVEN', 3, now())`,
    [own, company.id, newId()],
  );
  await hold(t, company, own, manager);
  await t.database.query(`INSERT INTO score (company_id, scope, user_id, points) VALUES ($1, 'ALL', $2, 5)`, [
    company.id,
    person.id,
  ]);
  return common!.id;
}
