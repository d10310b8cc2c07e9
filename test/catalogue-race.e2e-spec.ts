import { newId } from '../src/shared/database/ids.js';
import { CatalogueService } from '../src/features/rewards/catalogue/catalogue.service.js';
import { RedemptionEnd } from '../src/features/rewards/catalogue/redemptions/redemption.entity.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { type Answer, balanceOf, catalogueStage, type CatalogueStage, differences } from './support/catalogue.stage.js';

let t: TestApp;
/** a second process on the same database */
let other: TestApp;
let stage: CatalogueStage;
beforeAll(async () => {
  t = await startTestApp();
  other = await startTestApp({}, t);
  stage = await catalogueStage(t);
}, 60_000);
afterAll(async () => {
  await other.close();
  await t.close();
});
afterEach(async () => expect(await differences(t)).toEqual([]));

const members = (count: number, points: number) =>
  Promise.all(Array.from({ length: count }, () => stage.member(points)));
const won = (answers: Answer[]) => answers.filter(({ node }) => node);
const codes = (answers: Answer[]) => [...new Set(answers.map(({ code }) => code).filter(Boolean))];
const through = (n: number) => (n % 2 ? t : other);

describe('at once', () => {
  it('a hundred who want the last one: one gets it, and the others keep their points', async () => {
    const reward = await stage.reward({ stock: 1 });
    const buyers = await members(100, 50);
    const answers = await Promise.all(buyers.map((who, n) => stage.redeem(who, reward, {}, through(n))));
    expect(won(answers)).toHaveLength(1);
    expect(codes(answers)).toEqual(['REWARD_SOLD_OUT']);
    const left = await Promise.all(buyers.map(({ id }) => balanceOf(t, stage.company.id, id)));
    expect(left.filter((points) => points === 0)).toHaveLength(1);
    expect(left.filter((points) => points === 50)).toHaveLength(99);
  });

  it('many who want codes get one each, no two the same', async () => {
    const list = Array.from({ length: 12 }, (_, n) => `CODE-${n}`);
    const reward = await stage.reward({}, list);
    const buyers = await members(20, 50);
    const answers = await Promise.all(buyers.map((who, n) => stage.redeem(who, reward, {}, through(n))));
    expect(won(answers).map(({ node }) => node!.code)).toHaveLength(12);
    expect(new Set(won(answers).map(({ node }) => node!.code))).toEqual(new Set(list));
    expect(codes(answers)).toEqual(['REWARD_SOLD_OUT']);
  });

  it('one who wants two things for the points of one gets one', async () => {
    const rewards = [await stage.reward(), await stage.reward({}, ['X-1', 'X-2'])];
    for (const who of await members(6, 50)) {
      const answers = await Promise.all(rewards.map((reward, n) => stage.redeem(who, reward, {}, through(n))));
      expect(won(answers)).toHaveLength(1);
      expect(codes(answers)[0]).toMatch(/INSUFFICIENT_POINTS|REWARD_SOLD_OUT/);
    }
  });

  it('a double click is one redemption', async () => {
    const reward = await stage.reward({ perMember: 5 });
    const ana = await stage.member(500);
    const key = { idempotencyKey: newId() };
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => stage.redeem(ana, reward, key, through(n))));
    expect(new Set(answers.map(({ node }) => node?.id)).size).toBe(1);
    expect(await balanceOf(t, stage.company.id, ana.id)).toBe(450);
  });

  it('who clicks more often than one member may, gets no more', async () => {
    const reward = await stage.reward({ perMember: 2 });
    const ana = await stage.member(500);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => stage.redeem(ana, reward, {}, through(n))));
    expect([won(answers).length, ...codes(answers)]).toEqual([2, 'REWARD_LIMIT_REACHED']);
  });

  it('managers who change a reward and its stock leave what is sold meanwhile', async () => {
    const reward = await stage.reward({ stock: 10 });
    const buyers = await members(12, 50);
    const sold = buyers.map((who, n) => stage.redeem(who, reward, {}, through(n)));
    const edits = ['updateReward', 'changeRewardStock'].flatMap((name) =>
      [1, 2].map((n) => {
        const change = name === 'updateReward' ? { title: `Bag ${n}` } : { by: 5 };
        return stage.ask(stage.manager, name, { rewardId: reward.id, version: 2, ...change }, through(n));
      }),
    );
    const [answers, edited] = [await Promise.all(sold), await Promise.all(edits)];
    // of four who saw the same version one is first
    expect([won(edited).length, ...codes(edited)]).toEqual([1, 'CONFLICT']);
    const added = won(edited.slice(2)).length * 5;
    const [now] = (await stage.offered(null)).filter(({ id }) => id === reward.id);
    expect(now).toMatchObject({ taken: won(answers).length, stock: 10 + added - won(answers).length });
  });

  it('what a member cancels while it is handed over ends in one way', async () => {
    const reward = await stage.reward({ stock: 20 });
    for (const ana of await members(6, 50)) {
      const { node } = await stage.redeem(ana, reward);
      const redemptionId = node!.id;
      const answers = await Promise.all([
        stage.ask(ana, 'cancelRedemption', { redemptionId }),
        stage.ask(stage.manager, 'fulfilRedemption', { redemptionId }, other),
        stage.ask(stage.manager, 'refuseRedemption', { redemptionId, reason: 'Sold elsewhere.' }, other),
      ]);
      expect([won(answers).length, ...codes(answers)]).toEqual([1, 'REDEMPTION_STATE']);
      const back = won(answers)[0]!.node!.state === 'CANCELLED' ? 50 : 0;
      expect(await balanceOf(t, stage.company.id, ana.id)).toBe(back);
    }
  });

  it('who is excluded while they redeem shelters nothing', async () => {
    const reward = await stage.reward();
    const service = t.app.get(CatalogueService, { strict: false });
    const exclude = async ({ id }: TestUser) => {
      await t.database.query("UPDATE membership SET excluded_until = 'infinity' WHERE user_id = $1", [id]);
      const companyId = stage.company.id;
      await t.database.transaction((tx) =>
        service.endWaitingOf(tx, companyId, id, t.clock.now(), RedemptionEnd.EXCLUDED),
      );
    };
    for (const ana of await members(8, 200)) {
      await Promise.all([exclude(ana), ...[1, 2, 3].map((n) => stage.redeem(ana, reward, {}, through(n)))]);
      expect(await balanceOf(t, stage.company.id, ana.id)).toBe(200);
      const states = (await stage.own(ana)).map(({ state, ended }) => [state, ended]);
      expect(new Set(states.map(String))).toEqual(new Set(states.length > 0 ? ['CANCELLED,EXCLUDED'] : []));
    }
  });
});

it('whatever is redeemed, cancelled, handed over and refunded, in any order and through two processes, adds up', async () => {
  const rewards = [
    await stage.reward({ stock: 6 }),
    await stage.reward({ cost: 30 }),
    await stage.reward({}, ['Z-1', 'Z-2', 'Z-3']),
  ];
  let seed = 11;
  const roll = (sides: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % sides;
  const people = await members(6, 400);
  const known: { id: string; who: TestUser }[] = [];
  await Promise.all(
    people.map(async (who) => {
      for (let step = 0; step < 10; step++) {
        const past = known.length > 0 && roll(2) ? known[roll(known.length)]! : null;
        const input = { redemptionId: past?.id, reason: 'As it goes.' };
        const act = ['refuseRedemption', 'refundRedemption'][roll(2)]!;
        const choice = roll(3);
        if (!past) {
          const { node } = await stage.redeem(who, rewards[roll(3)]!, {}, through(roll(2)));
          if (node) known.push({ id: node.id, who });
        } else if (choice === 0) await stage.ask(past.who, 'cancelRedemption', { redemptionId: past.id });
        else if (choice === 1) await stage.ask(stage.manager, 'fulfilRedemption', { redemptionId: past.id }, other);
        else await stage.ask(stage.manager, act, input, through(roll(2)));
      }
    }),
  );
  expect(known.length).toBeGreaterThan(10);
  for (const who of people) {
    const spent = (await stage.own(who)).map(({ state, points }) =>
      state === 'REQUESTED' || state === 'FULFILLED' ? (points as number) : 0,
    );
    const sum = spent.reduce((all, one) => all + one, 0);
    expect(await balanceOf(t, stage.company.id, who.id)).toBe(400 - sum);
  }
});
