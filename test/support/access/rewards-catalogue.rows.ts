import { newId } from '../../../src/shared/database/ids.js';
import { ADDRESS, givePoints } from '../catalogue.stage.js';
import { createRedemption, createReward } from '../catalogue.factory.js';
import { active, anybody, managers, managersOfHidden, signedIn } from './outcomes.js';
import { customer, elsewhere, input, manager, moderator, type OtherRow } from './others.row.js';
import { change, read, type Row, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
const REASON = 'It is not made any more.';

const reward = (scene: Scene, state: 'DRAFT' | 'PUBLISHED' = 'PUBLISHED') =>
  createReward(scene.t, { company: scene.company, manager: scene.author, state });
const versioned = async (scene: Scene) => ({ rewardId: await reward(scene), version: 1 });

async function byCode({ t, company, author }: Scene): Promise<string> {
  const id = await createReward(t, { company, manager: author });
  await t.database.query("UPDATE reward SET fulfilment = 'CODE', supply = 0 WHERE id = $1", [id]);
  return id;
}

/** What the author waits for, or has. */
async function redemption(
  scene: Scene,
  state: 'REQUESTED' | 'FULFILLED' = 'REQUESTED',
  user = scene.author,
): Promise<string> {
  const { t, company, author } = scene;
  const id = await createRedemption(t, { company, manager: author, user, needsAddress: true });
  if (state === 'FULFILLED')
    await t.database.query("UPDATE redemption SET state = 'FULFILLED', fulfilled_at = now() WHERE id = $1", [id]);
  return id;
}
/** One’s own, wherever it is. */
const ofOwn = (more: object = {}): Row => ({
  ...change(signedIn, async (scene) => ({ redemptionId: await redemption(scene, 'REQUESTED', scene.self), ...more })),
  inPrivate: signedIn,
});

export const catalogueRows: Rows = {
  rewards: read(anybody, companyId),
  reward: read(anybody, async (scene) => ({ id: await reward(scene) })),
  managedRewards: read(managers, companyId),
  createReward: change(managers, (scene) => ({
    ...companyId(scene),
    ...{ title: 'A bag of coffee', description: 'Roasted here.', cost: 50, fulfilment: 'MANUAL', stock: 3 },
    ...{ perMember: 1, levelNeeded: 2, needsAddress: true, pictureAlt: 'A bag' },
    ...{ startsAt: '2026-01-01T00:00:00Z', endsAt: '2030-01-01T00:00:00Z' },
  })),
  updateReward: change(managers, async (scene) => ({ ...(await versioned(scene)), title: 'Two bags', cost: 60 })),
  publishReward: change(managersOfHidden, async (scene) => ({ rewardId: await reward(scene, 'DRAFT'), version: 1 })),
  retireReward: change(managers, versioned),
  changeRewardStock: change(managers, async (scene) => ({ ...(await versioned(scene)), by: 5 })),
  addRewardCodes: change(managers, async (scene) => ({ rewardId: await byCode(scene), codes: 'A-1\nA-2' })),
  removeRewardCodes: change(managers, async (scene) => ({ rewardId: await byCode(scene), version: 1 })),
  redeemReward: change(active, async (scene) => {
    const { t, company, author, self } = scene;
    await givePoints(t, company.id, self.id, 50);
    const rewardId = await createReward(t, { company, manager: author, needsAddress: true });
    return { rewardId, cost: 50, idempotencyKey: newId(), delivery: ADDRESS };
  }),
  viewerRedemptions: { ...read(signedIn, companyId), free: true, told: ['companyId'] },
  cancelRedemption: ofOwn(),
  setRedemptionDelivery: ofOwn({ delivery: ADDRESS }),
  redemptions: read(managers, companyId),
  fulfilRedemption: change(managersOfHidden, async (scene) => ({
    redemptionId: await redemption(scene),
    note: 'Sent.',
  })),
  refuseRedemption: change(managersOfHidden, async (scene) => ({
    redemptionId: await redemption(scene),
    reason: REASON,
  })),
  refundRedemption: change(managersOfHidden, async (scene) => ({
    ...{ redemptionId: await redemption(scene, 'FULFILLED'), reason: REASON },
  })),
  revealRedemptionDelivery: change(managersOfHidden, async (scene) => ({ redemptionId: await redemption(scene) })),
};

const other = async (scene: Scene): Promise<Scene> =>
  Object.assign(Object.create(scene) as Scene, { company: (await elsewhere(scene)).company });

export const othersCatalogue: OtherRow[] = [
  moderator('reads a draft', 'reward', 'NOT_FOUND', async (s) => ({ id: await reward(s, 'DRAFT') })),
  manager('reads a draft', 'reward', 'ok', async (s) => ({ id: await reward(s, 'DRAFT') })),
  customer(
    'cancels what waits',
    'cancelRedemption',
    'NOT_FOUND',
    input(async (s) => ({ redemptionId: await redemption(s) })),
  ),
  manager(
    'cancels what waits as if it were theirs',
    'cancelRedemption',
    'NOT_FOUND',
    input(async (s) => ({ redemptionId: await redemption(s) })),
  ),
  customer(
    'says where to send it',
    'setRedemptionDelivery',
    'NOT_FOUND',
    input(async (s) => ({ redemptionId: await redemption(s), delivery: ADDRESS })),
  ),
  moderator(
    'reads where to send it',
    'revealRedemptionDelivery',
    'NOT_FOUND',
    input(async (s) => ({ redemptionId: await redemption(s) })),
  ),
  manager(
    'reads where another company sends something',
    'revealRedemptionDelivery',
    'NOT_FOUND',
    input(async (s) => ({ redemptionId: await redemption(await other(s)) })),
  ),
  manager(
    'retires a reward of another company',
    'retireReward',
    'FORBIDDEN',
    input(async (s) => versioned(await other(s))),
  ),
  customer(
    'redeems a draft',
    'redeemReward',
    'NOT_FOUND',
    input(async (s) => ({ rewardId: await reward(s, 'DRAFT'), cost: 50, idempotencyKey: newId() })),
  ),
  customer(
    'redeems of another company',
    'redeemReward',
    'FORBIDDEN',
    input(async (s) => ({ rewardId: await reward(await other(s)), cost: 50, idempotencyKey: newId() })),
  ),
];
