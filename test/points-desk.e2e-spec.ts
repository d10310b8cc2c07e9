import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { TransactionKind } from '../src/features/rewards/ledger/ledger.entity.js';
import { LedgerService } from '../src/features/rewards/ledger/ledger.service.js';
import { SettleEverything } from '../src/features/rewards/points/settlement/settle-everything.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { act, say } from './support/comments.factory.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { codeOf } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { exclude, pointsDifferences, settle } from './support/points.api.js';
import { createMembers, vote } from './support/votes.factory.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: IdeasStage;
beforeEach(async () => {
  t ??= await startTestApp();
  stage = await ideasStage(t);
});
afterAll(async () => {
  expect(await pointsDifferences(t)).toEqual([]);
  await t.close();
});

async function member(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user);
  return user;
}
const idea = (author: TestUser, daysAgo = 0) =>
  createIdea(t, { company: stage.company, author, publishedAt: new Date(t.clock.now().getTime() - daysAgo * DAY) });
const settleAll = () => t.app.get(SettleEverything).all();

interface Simulated {
  now: number;
  then: number;
  gaining: number;
  losing: number;
  rules: { rule: string; now: number; then: number }[];
  members: { user: { id: string }; now: number; then: number }[];
}
const simulate = async (rules: object[]) => {
  const query = `query ($input: SimulateRewardsInput!) { result: simulateRewards(input: $input) {
    since now then gaining losing rules { rule now then } members { user { id } now then } } }`;
  const input = { companyId: stage.company.id, rules };
  const { data, errors } = await t.ask<{ result: Simulated }>(query, { input }, { token: stage.manager.token });
  if (errors) throw new Error(JSON.stringify(errors));
  const { result } = data!;
  return { ...result, of: (rule: string) => result.rules.find((one) => one.rule === rule)! };
};

describe('the simulator', () => {
  it('tells what other points would have given in the last 90 days, and to whom', async () => {
    const [cai, dan] = [await member(), await member()];
    for (const [who, days] of [
      [cai, 1],
      [cai, 2],
      [dan, 3],
      [dan, 120],
    ] as const)
      await idea(who, days);
    await settleAll();
    const result = await simulate([{ rule: 'IDEA_PUBLISHED', points: 8 }]);
    expect([result.now, result.then, result.gaining, result.losing]).toEqual([15, 24, 2, 0]);
    expect(result.of('IDEA_PUBLISHED')).toEqual({ rule: 'IDEA_PUBLISHED', now: 15, then: 24 });
    expect(result.members.map(({ user, now, then }) => [user.id, now, then])).toEqual([
      [cai.id, 10, 16],
      [dan.id, 5, 8],
    ]);
  });

  it('caps by the day and the life as it is when it happens, and changes nothing', async () => {
    const cai = await member();
    for (const days of [1, 1, 1, 1, 1, 2, 100]) await idea(cai, days);
    await settleAll();
    const tried = async (caps: object) => (await simulate([{ rule: 'IDEA_PUBLISHED', points: 5, ...caps }])).then;
    expect(await tried({ dailyCap: 20 })).toBe(25);
    expect(await tried({})).toBe(30);
    expect(await tried({ dailyCap: 7 })).toBe(12);
    // five of the twelve were given before
    expect(await tried({ lifetimeCap: 12 })).toBe(7);
    expect((await simulate([{ rule: 'WINNER', points: 1 }])).then).toBe(25);
  });

  it('counts votes anew where each so many of them earn something, but for those of excluded members', async () => {
    const voters = await createMembers(t, stage.company, 9);
    const cai = await member();
    const { id } = await idea(cai);
    for (const voter of voters) await vote(t, voter, id, 'UP');
    await settle(t);
    const votes = async (every: number) => (await simulate([{ rule: 'VOTES', points: 2, every }])).of('VOTES');
    expect(await votes(4)).toEqual({ rule: 'VOTES', now: 0, then: 4 });
    await exclude(t, stage, voters[0]!);
    await exclude(t, stage, voters[1]!);
    expect((await votes(4)).then).toBe(2);
  });

  it('counts the votes of before with those of the last 90 days, and gives nothing for them', async () => {
    const [old, kept, fresh] = [await idea(await member(), 200), await idea(await member(), 200), await member()];
    const { id } = await idea(fresh);
    const voters = await createMembers(t, stage.company, 5);
    const cast = async (place: { id: string }, from: number, to: number, days: number) => {
      for (const voter of voters.slice(from, to)) await vote(t, voter, place.id, 'UP');
      await t.database.query(
        `UPDATE vote SET created_at = $3, updated_at = $3 WHERE idea_id = $1 AND user_id = ANY ($2::uuid[])`,
        [place.id, voters.slice(from, to).map((one) => one.id), new Date(+t.clock.now() - days * DAY)],
      );
    };
    await cast(old, 0, 5, 100);
    await cast(kept, 0, 3, 100);
    await cast(kept, 3, 5, 2);
    await cast({ id }, 0, 5, 1);
    const votes = async (every: number) => (await simulate([{ rule: 'VOTES', points: 2, every }])).of('VOTES').then;
    expect([await votes(2), await votes(4), await votes(5)]).toEqual([6, 4, 4]);
  });
});

describe('the budget', () => {
  const budget = async (who = stage.manager, months = 3) => {
    const query = `query ($companyId: ID!, $months: Int!) { budget: rewardBudget(companyId: $companyId, months: $months) {
      issued spent expired forfeited liability debts waiting promised months { month issued spent expired forfeited } } }`;
    const asked = await t.ask<{ budget: Record<string, number> & { months: { month: string; issued: number }[] } }>(
      query,
      { companyId: stage.company.id, months },
      { token: who.token },
    );
    return { code: codeOf(asked), ...asked.data?.budget };
  };

  it('tells what was given, spent and lost, and what the company owes', async () => {
    const [cai, dan] = [await member(), await member()];
    const ledger = t.app.get(LedgerService);
    const at = t.clock.now();
    const [company, from, to] = [
      { companyId: stage.company.id, at },
      { kind: 'BUDGET' } as const,
      { kind: 'MEMBER', userId: cai.id } as const,
    ];
    const spent = { ...company, kind: TransactionKind.REDEMPTION, from: to, to: { kind: 'ESCROW' } as const };
    const fulfilled = { ...company, kind: TransactionKind.FULFILMENT, from: spent.to, to: from };
    await t.database.transaction(async (tx) => {
      await ledger.post(tx, [
        { ...company, kind: TransactionKind.GIFT, from, to, points: 100, cause: 'gift:1' },
        { ...company, kind: TransactionKind.GIFT, from, to: { ...to, userId: dan.id }, points: 30, cause: 'gift:2' },
        { ...spent, points: 40, cause: 'redemption:1' },
        { ...spent, points: 10, cause: 'redemption:2' },
        { ...fulfilled, points: 40, cause: 'fulfilment:1' },
        { ...company, kind: TransactionKind.EXPIRY, from: to, to: { kind: 'EXPIRED' }, points: 5, cause: 'expiry:1' },
        { ...spent, from: { ...to, userId: dan.id }, points: 25, cause: 'redemption:3' },
        { ...company, kind: TransactionKind.FORFEIT, from: to, to: { kind: 'RESERVE' }, points: 3, cause: 'forfeit:1' },
      ]);
      // Dan has spent most of what is taken back
      await ledger.settle(tx, stage.company.id, 'gift:2', false, { because: 'GIFT_TAKEN_BACK', at });
    });
    const sums = { issued: 100, spent: 75, expired: 5, forfeited: 3 };
    const { code, months, ...all } = await budget();
    expect(all).toEqual({ ...sums, liability: 42, debts: 25, waiting: 35, promised: 0 });
    expect(code).toBeNull();
    expect(months!.map(({ issued }) => issued)).toEqual([0, 0, 100]);
    expect(months!.at(-1)).toEqual({ month: at.toISOString().slice(0, 7), ...sums });
    expect((await budget(stage.moderator)).code).toBe('FORBIDDEN');
  });

  it('of a company without points is nothing', async () => {
    const { code, months, ...all } = await budget();
    expect(code).toBeNull();
    expect(Object.values(all).every((value) => value === 0)).toBe(true);
    expect(months!.length).toBe(3);
  });
});

describe('what an item has earned', () => {
  const QUERY = `query ($ideaId: ID, $commentId: ID) { awards: itemAwards(ideaId: $ideaId, commentId: $commentId) {
    totalCount standingPoints edges { node { rule points standing because user { id } } } } }`;
  const earned = async (item: object, who: TestUser) => {
    const asked = await t.ask<{
      awards: { standingPoints: number; totalCount: number; edges: { node: { rule: string } }[] };
    }>(QUERY, item, { token: who.token });
    return { code: codeOf(asked), awards: asked.data?.awards };
  };

  it('is told to moderators, of ideas and of comments', async () => {
    const [cai, dan] = [await member(), await member()];
    const place = await idea(cai);
    const comment = await say(t, dan, place, 'Where would it be?');
    await act(t, cai, 'appreciateComment', { commentId: comment.id });
    await settleAll();
    const ofIdea = await earned({ ideaId: place.id }, stage.moderator);
    expect(ofIdea.awards).toEqual({
      ...{ totalCount: 1, standingPoints: 5 },
      edges: [{ node: { rule: 'IDEA_PUBLISHED', points: 5, standing: true, because: null, user: { id: cai.id } } }],
    });
    const ofComment = await earned({ commentId: comment.id }, stage.moderator);
    expect(ofComment.awards).toMatchObject({ totalCount: 2, standingPoints: 4 });
    expect((await earned({ ideaId: place.id }, cai)).code).toBe('FORBIDDEN');
    expect((await earned({ ideaId: place.id, commentId: comment.id }, stage.moderator)).code).toBe('NOT_FOUND');
    expect((await earned({}, stage.moderator)).code).toBe('NOT_FOUND');
  });
});

describe('the export of the ledger', () => {
  const take = async (who: TestUser, more: object = {}) => {
    const response = await t.app.inject({
      method: 'POST',
      url: '/exports/ledger',
      headers: { 'accept-language': 'en', authorization: `Bearer ${who.token}` },
      payload: { companyId: stage.company.id, ...more },
    });
    return { status: response.statusCode, lines: response.body.trim().split('\r\n') };
  };

  it('has all that was posted, once each, and is for managers', async () => {
    const cai = await member();
    for (let n = 0; n < 3; n++) await idea(cai, n);
    await settleAll();
    const { status, lines } = await take(stage.manager);
    expect(status).toBe(200);
    expect(lines[0]).toContain('transaction_id,at,kind,cause,step,rule,because,points,from');
    expect(lines.slice(1).length).toBe(3);
    expect(lines[1]).toContain(`,AWARD,award:`);
    expect(lines[1]).toContain(`,5,BUDGET,,,MEMBER,${cai.id},`);
    const since = new Date(t.clock.now().getTime() - 1.5 * DAY).toISOString();
    expect((await take(stage.manager, { from: since })).lines.length).toBe(3);
    expect((await take(stage.moderator)).status).toBe(403);
    const where = { companyId: stage.company.id, action: 'rewards.export' };
    expect(await t.database.manager.countBy(AuditEntry, where)).toBe(2);
  });
});
