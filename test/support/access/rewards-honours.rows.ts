import { newId } from '../../../src/shared/database/ids.js';
import { Role } from '../../../src/shared/auth/role.js';
import { managers, members, moderators } from './outcomes.js';
import { change, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
const SAID = { name: 'Friend of the house', description: 'For being one.' };

/** A badge that is given by hand. */
async function badge({ t, company }: Scene): Promise<string> {
  const id = newId();
  await t.database.query(
    `INSERT INTO badge (id, company_id, name, description, created_at) VALUES ($1, $2, 'By hand', '', now())`,
    [id, company.id],
  );
  return id;
}

/** That the author has one. */
async function holding(scene: Scene): Promise<string> {
  const [id, badgeId, giver] = [newId(), await badge(scene), await scene.member(Role.MANAGER)];
  await scene.t.database.query(
    `WITH counted AS (UPDATE badge SET holder_count = 1 WHERE id = $3)
     INSERT INTO badge_holding (id, company_id, badge_id, user_id, earned_at, given_by_id) VALUES ($1, $2, $3, $4, now(), $5)`,
    [id, scene.company.id, badgeId, scene.author.id, giver.userId],
  );
  return id;
}

/** Levels, badges and leaderboards. */
export const rewardsHonoursRows: Rows = {
  viewerHonours: read(members, companyId),
  seeHonours: change(members, companyId),
  setLeaderboardOptOut: change(members, (scene) => ({ ...companyId(scene), optOut: true })),
  leaderboard: read(members, (scene) => ({ ...companyId(scene), period: 'MONTH', month: '2026-11' })),
  companyBadges: read(moderators, companyId),
  badgeHolders: read(managers, async (scene) => ({ badgeId: await badge(scene) })),
  createBadge: change(managers, (scene) => ({ ...companyId(scene), ...SAID, metric: 'ANSWERS_GIVEN', threshold: 3 })),
  updateBadge: change(managers, async (scene) => ({ badgeId: await badge(scene), version: 1, ...SAID })),
  retireBadge: change(managers, async (scene) => ({ badgeId: await badge(scene), version: 1 })),
  giveBadge: change(managers, async (scene) => ({
    badgeId: await badge(scene),
    userId: (await scene.member(Role.CUSTOMER)).userId,
  })),
  takeBadgeBack: change(managers, async (scene) => ({
    holdingId: await holding(scene),
    reason: 'It was given by mistake.',
  })),
};
