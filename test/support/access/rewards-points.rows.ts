import { RewardRuleCount } from '../../../src/features/rewards/points/rules/reward-rule.entity.js';
import { anybody, managers, members, moderators, signedIn } from './outcomes.js';
import { change, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
const rules = [{ rule: 'WINNER', points: 250 }];

async function version({ t, company }: Scene): Promise<number> {
  const count = await t.database.manager.findOneBy(RewardRuleCount, { companyId: company.id });
  return count?.version ?? 1;
}

/** What earns points, what members have, and what staff see of it. */
export const pointRows: Rows = {
  rewardRules: read(anybody, companyId),
  updateRewardRules: change(managers, async (scene) => ({ ...companyId(scene), version: await version(scene), rules })),
  viewerWallet: read(members, companyId),
  viewerLedger: read(members, companyId),
  myWallets: { ...read(signedIn, () => ({})), free: true },
  rewardBudget: read(managers, companyId),
  simulateRewards: read(managers, (scene) => ({ input: { ...companyId(scene), rules } })),
  itemAwards: read(moderators, async (scene) => ({ ideaId: await scene.idea() })),
};
