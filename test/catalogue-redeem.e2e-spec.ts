import { MemberLevel } from '../src/features/rewards/honours/levels/member-level.entity.js';
import { newId } from '../src/shared/database/ids.js';
import { startTestApp, type TestApp } from './support/app.js';
import {
  ADDRESS,
  balanceOf,
  catalogueStage,
  type CatalogueStage,
  differences,
  type Node,
} from './support/catalogue.stage.js';
import type { TestUser } from './support/accounts.factory.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: CatalogueStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await catalogueStage(t);
});
afterAll(async () => {
  expect(await differences(t)).toEqual([]);
  await t.close();
});
afterEach(() => t.clock.set(null));

const points = (who: TestUser) => balanceOf(t, stage.company.id, who.id);
const seen = async (who: TestUser | null, { id }: Node) => (await stage.offered(who)).find((one) => one.id === id)!;
const eventsOf = async ({ id }: Node) =>
  (
    await t.database.query<{ type: string; payload: object }>(
      'SELECT type, payload FROM event WHERE aggregate_id = $1 ORDER BY position',
      [id],
    )
  ).map(({ type, payload }) => [type, payload]);
const seat = (who: TestUser, column: string) =>
  t.database.query(`UPDATE membership SET ${column} = $2 WHERE user_id = $1`, [who.id, new Date('2999-01-01')]);

describe('redeeming', () => {
  it('a code takes the points and hands it out at once, to nobody else', async () => {
    const reward = await stage.reward({}, ['SAVE-1', 'SAVE-2']);
    const [ana, bea] = [await stage.member(120), await stage.member(60)];
    const first = await stage.redeem(ana, reward);
    expect(first.node).toMatchObject({ state: 'FULFILLED', points: 50, code: 'SAVE-1', reward: { stock: 1 } });
    expect((await stage.redeem(bea, reward)).node).toMatchObject({ code: 'SAVE-2' });
    expect([await points(ana), await points(bea)]).toEqual([70, 10]);
    expect(await stage.own(ana)).toMatchObject([{ id: first.node!.id, code: 'SAVE-1' }]);
    const { data } = await t.ask<{ redemptions: { edges: { node: object }[] } }>(
      `{ redemptions(companyId: "${stage.company.id}", state: FULFILLED) { edges { node { code user { id } } } } }`,
      {},
      { token: stage.manager.token },
    );
    expect(data!.redemptions.edges.map(({ node }) => node)).toMatchObject([
      { code: null, user: { id: bea.id } },
      { code: null, user: { id: ana.id } },
    ]);
    expect(await eventsOf(first.node!)).toEqual([
      ['RewardRedeemed', { redemptionId: first.node!.id, userId: ana.id, rewardId: reward.id, manual: false }],
    ]);
  });

  it('something that is handed over puts the points aside, and they come back when it is cancelled', async () => {
    const reward = await stage.reward({ stock: 1 });
    const ana = await stage.member(50);
    const { node } = await stage.redeem(ana, reward);
    expect(node).toMatchObject({ state: 'REQUESTED', code: null, reward: { stock: 0 } });
    expect(await points(ana)).toBe(0);
    const bea = await stage.member(50);
    expect((await stage.ask(bea, 'cancelRedemption', { redemptionId: node!.id })).code).toBe('NOT_FOUND');
    const cancelled = await stage.given(ana, 'cancelRedemption', { redemptionId: node!.id });
    expect(cancelled).toMatchObject({ state: 'CANCELLED', ended: 'BY_MEMBER', reward: { stock: 1 } });
    expect(await points(ana)).toBe(50);
    expect((await stage.ask(ana, 'cancelRedemption', { redemptionId: node!.id })).code).toBe('REDEMPTION_STATE');
    expect(await eventsOf(node!)).toMatchObject([
      ['RewardRedeemed', { manual: true }],
      ['RedemptionCancelled', { byStaff: false }],
    ]);
  });

  it('is done once for a key, and not for another price than was seen', async () => {
    const reward = await stage.reward();
    const ana = await stage.member(200);
    const key = { idempotencyKey: newId() };
    const [first, again] = [await stage.redeem(ana, reward, key), await stage.redeem(ana, reward, key)];
    expect(again.node!.id).toBe(first.node!.id);
    expect((await stage.redeem(ana, await stage.reward(), key)).code).toBe('CONFLICT');
    expect(await points(ana)).toBe(150);
    await stage.given(stage.manager, 'updateReward', { rewardId: reward.id, version: 2, cost: 60 });
    expect((await stage.redeem(ana, reward)).code).toBe('CONFLICT');
    expect((await stage.redeem(ana, { ...reward, cost: 60 })).node).toMatchObject({ points: 60 });
    // the key is the member's own
    expect((await stage.redeem(await stage.member(60), { ...reward, cost: 60 }, key)).node!.id).not.toBe(
      first.node!.id,
    );
  });

  it('asks where to for what is sent, keeps it sealed, and lets it be changed while it waits', async () => {
    const reward = await stage.reward({ needsAddress: true });
    const ana = await stage.member(100);
    expect((await stage.redeem(ana, reward)).fields).toEqual(['delivery:DELIVERY_NEEDED']);
    const short = { ...ADDRESS, address: 'Home' };
    expect((await stage.redeem(ana, reward, { delivery: short })).fields).toEqual(['delivery.address:MIN_LENGTH']);
    const { node } = await stage.redeem(ana, reward, { delivery: ADDRESS });
    expect(node).toMatchObject({ delivery: ADDRESS, hasDelivery: true });
    const [row] = await t.database.query<{ row: string }>('SELECT r::text AS row FROM redemption r WHERE id = $1', [
      node!.id,
    ]);
    for (const part of ['Ana Ruiz', 'Calle Mayor', '600 000']) expect(row!.row).not.toContain(part);
    const delivery = { name: 'Bea', address: 'Via Roma 2, Torino', phone: null };
    const changed = await stage.given(ana, 'setRedemptionDelivery', { redemptionId: node!.id, delivery });
    expect(changed).toMatchObject({ delivery });
    await stage.given(stage.manager, 'fulfilRedemption', { redemptionId: node!.id });
    expect((await stage.ask(ana, 'setRedemptionDelivery', { redemptionId: node!.id, delivery })).code).toBe(
      'REDEMPTION_STATE',
    );
    // of what is not sent, no address is kept
    const other = await stage.redeem(ana, await stage.reward(), { delivery: ADDRESS });
    expect(other.node).toMatchObject({ hasDelivery: false });
  });
});

describe('what is in the way is said before, and refused with', () => {
  const both = async (who: TestUser | null, reward: Node) => [
    (await seen(who, reward))?.viewerBar ?? null,
    (await stage.redeem(who, reward)).code,
  ];

  it('points that are missing', async () => {
    const reward = await stage.reward();
    const ana = await stage.member(20);
    expect(await seen(ana, reward)).toMatchObject({ viewerMissingPoints: 30, viewerRedeemed: 0 });
    expect(await both(ana, reward)).toEqual(['NOT_ENOUGH_POINTS', 'INSUFFICIENT_POINTS']);
    expect(await points(ana)).toBe(20);
  });

  it('the window', async () => {
    const now = t.clock.now().getTime();
    const [startsAt, endsAt] = [new Date(now + DAY), new Date(now + 2 * DAY)];
    const reward = await stage.reward({ startsAt, endsAt });
    const ana = await stage.member(100);
    expect(await both(ana, reward)).toEqual(['NOT_YET', 'REWARD_NOT_OPEN']);
    t.clock.set(startsAt);
    expect(await both(ana, reward)).toEqual([null, null]);
    t.clock.set(endsAt);
    expect(await seen(ana, reward)).toBeUndefined();
    expect((await stage.redeem(ana, reward)).code).toBe('REWARD_NOT_OPEN');
  });

  it('that none is left, that one has enough of it, or too low a level', async () => {
    const ana = await stage.member(500);
    expect(await both(ana, await stage.reward({ stock: 0 }))).toEqual(['SOLD_OUT', 'REWARD_SOLD_OUT']);
    const limited = await stage.reward({ perMember: 1 });
    const { node } = await stage.redeem(ana, limited);
    expect(await both(ana, limited)).toEqual(['LIMIT_REACHED', 'REWARD_LIMIT_REACHED']);
    await stage.given(ana, 'cancelRedemption', { redemptionId: node!.id });
    expect(await both(ana, limited)).toEqual([null, null]);
    const forFew = await stage.reward({ levelNeeded: 7 });
    expect(await both(ana, forFew)).toEqual(['LEVEL_NEEDED', 'REWARD_LEVEL_NEEDED']);
    const contributed = { companyId: stage.company.id, userId: ana.id, contribution: 1e12 };
    await t.database.manager.insert(MemberLevel, contributed);
    expect(await both(ana, forFew)).toEqual([null, null]);
  });

  it('an exclusion, a suspension, an address that is not confirmed, or that one is no member', async () => {
    const reward = await stage.reward();
    const [ana, bea, cai] = [await stage.member(100), await stage.member(100), await stage.member(100)];
    await seat(ana, 'excluded_until');
    await seat(bea, 'suspended_until');
    await t.database.query('UPDATE "user" SET email_verified_at = NULL WHERE id = $1', [cai.id]);
    expect(await both(ana, reward)).toEqual(['EXCLUDED', 'REWARDS_EXCLUDED']);
    expect(await both(bea, reward)).toEqual(['SUSPENDED', 'MEMBER_SUSPENDED']);
    expect(await both(cai, reward)).toEqual(['EMAIL_NOT_VERIFIED', 'EMAIL_NOT_VERIFIED']);
    const { manager: stranger } = await catalogueStage(t);
    expect(await both(stranger, reward)).toEqual(['MEMBERS_ONLY', 'FORBIDDEN']);
    expect(await both(null, reward)).toEqual(['MEMBERS_ONLY', 'UNAUTHENTICATED']);
    expect([await points(ana), await points(bea)]).toEqual([100, 100]);
  });
});
