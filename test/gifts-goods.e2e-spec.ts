import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { verifyAll } from '../src/cli/verify.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createReward } from './support/catalogue.factory.js';
import { GiftsStage, NOTE } from './support/gifts.stage.js';
import { codeOf, fieldsOf } from './support/ideas.api.js';

let t: TestApp;
let s: GiftsStage;
beforeAll(async () => {
  t = await startTestApp();
  s = await GiftsStage.of(t);
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});

async function badge(columns: { metric?: string; retired?: boolean } = {}, company = s.company): Promise<string> {
  const id = newId();
  await t.database.query(
    `INSERT INTO badge (id, company_id, name, metric, threshold, retired_at, created_at) VALUES ($1, $2, 'Friend of the oven', $3, $4, $5, now())`,
    [id, company.id, columns.metric ?? null, columns.metric ? 1 : null, columns.retired ? new Date() : null],
  );
  return id;
}
const holders = async (badgeId: string) => {
  const sql = 'SELECT user_id AS id, given_by_id AS "giverId" FROM badge_holding WHERE badge_id = $1';
  return t.database.query<{ id: string; giverId: string }>(sql, [badgeId]);
};
const reward = (more: object = {}) => createReward(t, { company: s.company, manager: s.manager, ...more });
const redemptions = (user: TestUser) =>
  t.database.query<{ id: string; state: string; points: number }>(
    'SELECT id, state, points FROM redemption WHERE user_id = $1',
    [user.id],
  );
const taken = async (id: string) =>
  (await t.database.query<{ taken: number }>('SELECT taken FROM reward WHERE id = $1', [id]))[0]!.taken;

describe('a badge as a gift', () => {
  it('is theirs with the note, costs no points of the budget, and goes when it is taken back', async () => {
    const [cai, badgeId] = [await s.member(), await badge()];
    const { viewerLeft } = await s.budget();
    const { data } = await s.give({ userId: cai.id, kind: 'BADGE', badgeId });
    expect(data!.gift).toMatchObject({ kind: 'BADGE', points: 0, badge: { name: 'Friend of the oven' } });
    expect(await holders(badgeId)).toEqual([{ id: cai.id, giverId: s.moderator.id }]);
    expect((await s.budget()).viewerLeft).toBe(viewerLeft);
    expect(codeOf(await s.give({ userId: cai.id, kind: 'BADGE', badgeId }))).toBe('BADGE_HELD');
    expect((await s.takeBack(data!.gift.id)).errors).toBeUndefined();
    expect(await holders(badgeId)).toEqual([]);
  });

  it('is one of the company’s that are given by hand, and still given', async () => {
    const give = async (badgeId: string) => codeOf(await s.give({ kind: 'BADGE', badgeId }));
    expect(await give(await badge({ metric: 'IDEAS_PUBLISHED' }))).toBe('BADGE_IS_EARNED');
    expect(await give(await badge({ retired: true }))).toBe('BADGE_RETIRED');
    const other = await GiftsStage.of(t);
    expect(await give(await badge({}, other.company))).toBe('NOT_FOUND');
    expect(fieldsOf(await s.give({ kind: 'BADGE' }))).toEqual(['badgeId:GIFT_NEEDED']);
  });

  it('that the desk of badges has taken back already is taken back all the same', async () => {
    const [cai, badgeId] = [await s.member(), await badge()];
    const { id } = (await s.give({ userId: cai.id, kind: 'BADGE', badgeId })).data!.gift;
    const [row] = await t.database.query<{ id: string }>('SELECT id FROM badge_holding WHERE badge_id = $1', [badgeId]);
    const query = 'mutation ($input: TakeBadgeBackInput!) { takeBadgeBack(input: $input) { id } }';
    const input = { holdingId: row!.id, reason: 'It was a mistake.' };
    expect((await t.ask(query, { input }, { token: s.manager.token })).errors).toBeUndefined();
    expect((await s.takeBack(id)).errors).toBeUndefined();
  });
});

describe('something of the catalogue as a gift', () => {
  it('comes for no points, as a redemption of theirs, and counts against the budget by its cost', async () => {
    const [cai, nora, rewardId] = [await s.member(), await s.member(Role.MODERATOR), await reward()];
    const { data } = await s.give({ userId: cai.id, kind: 'REWARD', rewardId }, nora);
    expect(data!.gift).toMatchObject({ kind: 'REWARD', points: 50, reward: { title: 'A bag of coffee' } });
    expect(await redemptions(cai)).toEqual([expect.objectContaining({ state: 'REQUESTED', points: 0 })]);
    expect([await s.balance(cai), await taken(rewardId)]).toEqual([0, 1]);
    expect((await s.budget(nora)).viewerLeft).toBe(150);
    await t.database.query('UPDATE reward SET cost = 151 WHERE id = $1', [rewardId]);
    expect(codeOf(await s.give({ userId: cai.id, kind: 'REWARD', rewardId }, nora))).toBe('GIFT_BUDGET_SPENT');
    // of what was refused nothing stays
    expect([(await redemptions(cai)).length, await taken(rewardId)]).toEqual([1, 1]);
  });

  it('goes back into stock when it is taken back, and stays where it was handed over', async () => {
    const [cai, dan, rewardId] = [await s.member(), await s.member(), await reward()];
    const give = async (user: TestUser) =>
      (await s.give({ userId: user.id, kind: 'REWARD', rewardId }, s.manager)).data!.gift.id;
    const [one, two] = [await give(cai), await give(dan)];
    expect((await s.takeBack(one, s.manager)).errors).toBeUndefined();
    expect([(await redemptions(cai))[0]!.state, await taken(rewardId)]).toEqual(['CANCELLED', 1]);
    const [waiting] = await redemptions(dan);
    const query = 'mutation ($input: FulfilRedemptionInput!) { fulfilRedemption(input: $input) { state } }';
    const input = { redemptionId: waiting!.id };
    expect((await t.ask(query, { input }, { token: s.manager.token })).errors).toBeUndefined();
    expect(codeOf(await s.takeBack(two, s.manager))).toBe('GIFT_USED');
    expect((await s.given(s.manager)).find(({ id }) => id === two)!.takenBackAt).toBeNull();
  });

  it('is one that is there to be had', async () => {
    const give = async (rewardId: string) => codeOf(await s.give({ kind: 'REWARD', rewardId }, s.manager));
    expect(await give(await reward({ state: 'DRAFT' }))).toBe('REWARD_NOT_OPEN');
    const last = await reward();
    await t.database.query('UPDATE reward SET supply = 1 WHERE id = $1', [last]);
    const codes = (
      await Promise.all(
        [await s.member(), await s.member()].map(({ id: userId }) =>
          s.give({ userId, kind: 'REWARD', rewardId: last }, s.manager),
        ),
      )
    ).map(codeOf);
    expect(codes.sort()).toEqual(['REWARD_SOLD_OUT', null]);
    const other = await GiftsStage.of(t);
    expect(await give(await createReward(t, { company: other.company, manager: other.manager }))).toBe('NOT_FOUND');
    expect(fieldsOf(await s.give({ kind: 'REWARD', rewardId: newId(), points: 5 }))).toEqual(['points:NOT_OF_GIFT']);
  });
});

describe('the story of somebody’s points', () => {
  it('tells from whom they were given some, with the note, and that it was taken back', async () => {
    const cai = await s.member();
    const { id } = (await s.give({ userId: cai.id, kind: 'POINTS', points: 5 }, s.manager)).data!.gift;
    await s.takeBack(id, s.manager);
    await s.give({ userId: cai.id, kind: 'POINTS', points: 7 }, s.manager);
    const query = `query ($companyId: ID!) { viewerLedger(companyId: $companyId) { edges { node {
      kind step points because gift { note takenBackBecause giver { displayName } } } } } }`;
    const { data } = await t.ask<{ viewerLedger: { edges: { node: object }[] } }>(
      query,
      { companyId: s.company.id },
      { token: cai.token },
    );
    const giver = { displayName: 'Marta' };
    const back = { note: null, takenBackBecause: 'It was meant for another.', giver };
    expect(data!.viewerLedger.edges.map(({ node }) => node)).toEqual([
      { kind: 'GIFT', step: 'POSTED', points: 7, because: null, gift: { note: NOTE, takenBackBecause: null, giver } },
      { kind: 'GIFT', step: 'REVERSED', points: -5, because: 'TAKEN_BACK', gift: back },
      { kind: 'GIFT', step: 'POSTED', points: 5, because: null, gift: back },
    ]);
  });
});
