import { newId } from '../../src/shared/database/ids.js';
import type { TestApp } from './app.js';
import { createUser } from './accounts.factory.js';
import { createIdea } from './ideas.factory.js';

type Ids = { id: string };

/** A gift from the manager to somebody who waited long for an answer, and one to the manager. */
export async function thanked(t: TestApp, company: Ids, manager: Ids, patient: Ids): Promise<void> {
  const idea = await createIdea(t, { company, author: patient });
  await t.database.query(
    `UPDATE idea SET first_answered_at = now(), published_at = now() - interval '60 days' WHERE id = $1`,
    [idea.id],
  );
  const gifts: [Ids, Ids][] = [
    [manager, await createUser(t)],
    [await createUser(t), manager],
  ];
  for (const [giver, receiver] of gifts)
    await t.database.query(
      `INSERT INTO gift (id, company_id, giver_id, receiver_id, kind, note, idea_id, at) VALUES ($1, $2, $3, $4, 'THANKS', 'Thank you!', $5, now())`,
      [newId(), company.id, giver.id, receiver.id, idea.id],
    );
}
