import { newId } from '../../src/shared/database/ids.js';
import type { TestApp } from './app.js';

type Ids = { id: string };
interface Parts {
  company: Ids;
  /** who has made it */
  manager: Ids;
  state?: 'DRAFT' | 'PUBLISHED' | 'RETIRED';
  needsAddress?: boolean;
  pictureFileId?: string | null;
}

/** A published reward of 50 points, of which there are any number, unless told otherwise. */
export async function createReward(t: TestApp, parts: Parts): Promise<string> {
  const { company, manager, state = 'PUBLISHED', needsAddress = false, pictureFileId = null } = parts;
  const id = newId();
  await t.database.query(
    `INSERT INTO reward (id, company_id, title, description, picture_file_id, picture_alt, cost, fulfilment, needs_address, state,
       created_by_id, created_at, updated_at)
     VALUES ($1, $2, 'A bag of coffee', 'Roasted *here*.', $3, 'A bag', 50, 'MANUAL', $4, $5, $6, now(), now())`,
    [id, company.id, pictureFileId, needsAddress, state, manager.id],
  );
  return id;
}

/** That a member was given one, and waits for it. */
export async function createRedemption(t: TestApp, parts: Parts & { user: Ids; rewardId?: string }): Promise<string> {
  const id = newId();
  const rewardId = parts.rewardId ?? (await createReward(t, parts));
  await t.database.query(
    `INSERT INTO redemption (id, company_id, reward_id, user_id, points, state, granted_by_id, requested_at)
     VALUES ($1, $2, $3, $4, 0, 'REQUESTED', $5, now())`,
    [id, parts.company.id, rewardId, parts.user.id, parts.manager.id],
  );
  await t.database.query('UPDATE reward SET taken = taken + 1 WHERE id = $1', [rewardId]);
  return id;
}
