import { anybody, managers, members, moderators, signedIn } from './outcomes.js';
import { change, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
const rules = [{ rule: 'WINNER', points: 250 }];

/** What earns points, what members have, and what staff see of it. */
export const pointRows: Rows = {
  rewardRules: read(anybody, companyId),
  updateRewardRules: change(managers, (scene) => ({ ...companyId(scene), version: 1, rules })),
  viewerWallet: read(members, companyId),
  viewerLedger: read(members, companyId),
  myWallets: { ...read(signedIn, () => ({})), free: true },
  rewardBudget: read(managers, companyId),
  simulateRewards: read(managers, (scene) => ({ input: { ...companyId(scene), rules } })),
  itemAwards: read(moderators, async (scene) => ({ ideaId: await scene.idea() })),
};
