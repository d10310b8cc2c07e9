import { newId } from '../../src/shared/database/ids.js';
import type { ClaimState } from '../../src/features/rewards/prizes/claims/prize-claim.entity.js';
import type { TestApp } from './app.js';
import { createChallenge } from './challenges.factory.js';
import { createIdea } from './ideas.factory.js';

const DAY = 86_400_000;
type Ids = { id: string };

/** A prize of a challenge, after those that it has. */
export async function createPrize(t: TestApp, company: Ids, challenge: Ids): Promise<string> {
  const id = newId();
  await t.database.query(
    `INSERT INTO prize (id, company_id, challenge_id, place, title, kind)
     SELECT $1, $2, $3, count(*) + 1, 'A loaf', 'RECOGNITION' FROM prize WHERE challenge_id = $3`,
    [id, company.id, challenge.id],
  );
  return id;
}

/** A challenge that is over, with a prize. */
export async function overWithPrize(t: TestApp, company: Ids, columns: object = {}) {
  const now = t.clock.now().getTime();
  const phases = [{ startsAt: new Date(now - 3 * DAY), endsAt: new Date(now - 2 * DAY) }];
  const challenge = await createChallenge(t, company, { ...columns, phases });
  return { challenge, prizeId: await createPrize(t, company, challenge) };
}

/** That an idea of a member has won, and where their prize is; chosen by somebody. */
export async function createClaim(
  t: TestApp,
  company: Ids,
  winner: Ids,
  chooser: Ids,
  state: keyof typeof ClaimState = 'PENDING',
): Promise<{ claimId: string; challengeId: string; winnerId: string }> {
  const { challenge, prizeId } = await overWithPrize(t, company);
  const idea = await createIdea(t, { company, challenge, author: winner });
  const [winnerId, claimId] = [newId(), newId()];
  await t.database.query(
    `INSERT INTO winner (id, company_id, challenge_id, prize_id, idea_id, reason, chosen_by_id, announce_at, announced_at)
     VALUES ($1, $2, $3, $4, $5, 'It helps most.', $6, $7, $7)`,
    [winnerId, company.id, challenge.id, prizeId, idea.id, chooser.id, t.clock.now()],
  );
  await t.database.query(
    `INSERT INTO prize_claim (id, company_id, challenge_id, winner_id, user_id, kind, state, due_at, created_at)
     VALUES ($1, $2, $3, $4, $5, 'RECOGNITION', $6, $7::timestamptz + interval '9 days', $7)`,
    [claimId, company.id, challenge.id, winnerId, winner.id, state, t.clock.now()],
  );
  return { claimId, challengeId: challenge.id, winnerId };
}

/** A prize that somebody has won, and an idea of theirs that another wrote with them and may win yet. */
export async function prized(t: TestApp, company: Ids, person: Ids, other: Ids, challenge: Ids): Promise<void> {
  await createClaim(t, company, person, other);
  const idea = await createIdea(t, { company, challenge, author: other });
  const values = [company.id, idea.id, person.id];
  await t.database.query(
    `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
    values,
  );
  await t.database.query(
    `INSERT INTO idea_share (company_id, idea_id, user_id, percent, version) VALUES ($1, $2, $3, 40, 1)`,
    values,
  );
}
