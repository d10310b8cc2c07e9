import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { codeOf, honoursStage, type HonoursStage } from './support/honours.stage.js';
import { pointsDifferences } from './support/points.api.js';

let t: TestApp;
let stage: HonoursStage;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(async () => {
  stage = await honoursStage(t);
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const ENTRY = '{ rank points isViewer user { displayName } level { number } }';
const QUERY = `query ($companyId: ID!, $period: LeaderboardPeriod, $month: String, $challengeId: ID, $first: Int, $after: String) {
  leaderboard(companyId: $companyId, period: $period, month: $month, challengeId: $challengeId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node ${ENTRY} } around ${ENTRY} } }`;
interface Entry {
  rank: number;
  points: number;
  isViewer: boolean;
  user: { displayName: string };
}
interface Board {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: Entry }[];
  around: Entry[];
}
const ask = (who: TestUser | null, args: object = {}) =>
  stage.ask<{ leaderboard: Board }>(who, QUERY, { companyId: stage.company.id, ...args });
async function board(who: TestUser, args: object = {}): Promise<Board> {
  const { data, errors } = await ask(who, args);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.leaderboard;
}
const short = ({ rank, points, user }: Entry) => `${rank} ${user.displayName} ${points}`;
const listed = ({ edges }: Board) => edges.map(({ node }) => short(node)).sort();
/** A member with so many points. */
async function with_(name: string, points: number, options: object = {}): Promise<TestUser> {
  const user = await stage.member(name);
  await stage.award(user, 'IDEA_PLANNED', 1, { points, ...options });
  return user;
}
const optOut = (who: TestUser, value: boolean) =>
  stage.mutate(who, 'setLeaderboardOptOut', 'LeaderboardOptOutInput', { companyId: stage.company.id, optOut: value });

describe('a leaderboard', () => {
  it('counts no points for reports, nor does a level: who has nothing else would be known to report', async () => {
    const { id: challengeId } = await createChallenge(t, stage.company);
    const ana = await with_('Ana', 60, { challengeId });
    const bea = await stage.member('Bea');
    await stage.award(ana, 'FLAG_UPHELD', 5, { points: 3, challengeId });
    await stage.award(bea, 'FLAG_UPHELD', 5, { points: 3, challengeId });
    for (const which of [{}, { period: 'MONTH' }, { challengeId }]) {
      const asked = await board(bea, which);
      expect(asked).toMatchObject({ totalCount: 1, around: [] });
      expect(listed(asked)).toEqual(['1 Ana 60']);
    }
    // these awards are in no ledger
    const differences = await pointsDifferences(t);
    expect(differences.filter(({ column }) => column.startsWith('score.'))).toEqual([]);
    expect((await stage.honours(bea)).level.number).toBe(1);
    expect(await stage.verify()).toEqual([]);
  });

  it('gives who has the same points the same rank, and the next the rank of their place', async () => {
    const ana = await with_('Ana', 60);
    await with_('Bea', 60);
    await with_('Cai', 20);
    await with_('Dan', 100);
    expect(listed(await board(ana))).toEqual(['1 Dan 100', '2 Ana 60', '2 Bea 60', '4 Cai 20']);
  });

  it('has the right ranks on each page, also where a page ends within equals', async () => {
    const ana = await with_('M0', 90);
    for (const [at, points] of [70, 70, 70, 70, 50, 50, 10].entries()) await with_(`M${at + 1}`, points);
    for (const first of [1, 2, 3, 5]) {
      const entries: Entry[] = [];
      for (let after: string | null = null; ;) {
        const page: Board = await board(ana, { first, after });
        expect(page.totalCount).toBe(8);
        entries.push(...page.edges.map(({ node }) => node));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(entries.map(({ rank }) => rank)).toEqual([1, 2, 2, 2, 2, 6, 6, 8]);
      expect(new Set(entries.map(({ user }) => user.displayName)).size).toBe(8);
    }
  });

  it('shows the viewer between those next to them, with their ranks', async () => {
    await with_('One', 90);
    await with_('Two', 80);
    await with_('Three', 70);
    const ana = await with_('Ana', 60);
    await with_('Last', 5);
    const { around } = await board(ana, { first: 1 });
    expect(around.map(short)).toEqual(['2 Two 80', '3 Three 70', '4 Ana 60', '5 Last 5']);
    expect(around.map(({ isViewer }) => isViewer)).toEqual([false, false, true, false]);
    expect((await board(stage.manager)).around).toEqual([]);
  });

  it('leaves out who asked for it, who then takes no rank and sees none', async () => {
    const ana = await with_('Ana', 60);
    const bea = await with_('Bea', 40);
    expect(codeOf(await optOut(ana, true))).toBeNull();
    expect(listed(await board(bea))).toEqual(['1 Bea 40']);
    expect((await board(ana)).around).toEqual([]);
    expect((await stage.honours(ana)).leaderboardOptOut).toBe(true);
    await optOut(ana, false);
    expect(listed(await board(bea))).toEqual(['1 Ana 60', '2 Bea 40']);
  });

  it('leaves out who has no part in rewards now, the company’s people, who has left, and who has nothing', async () => {
    const ana = await with_('Ana', 10);
    const [excluded, left, suspended] = [await with_('Out', 60), await with_('Left', 60), await with_('Silent', 60)];
    await stage.exclude(excluded);
    await stage.mutate(left, 'leaveCompany', 'CompanyIdInput', { companyId: stage.company.id }, 'ok');
    await t.runJobs();
    await t.database.query(`UPDATE membership SET suspended_until = 'infinity' WHERE user_id = $1`, [suspended.id]);
    await stage.award(await stage.member('Eva', Role.EXPERT), 'IDEA_PLANNED', 1, { points: 60 });
    await with_('Nil', 0);
    expect(listed(await board(ana))).toEqual(['1 Ana 10']);
    expect((await board(ana)).totalCount).toBe(1);
    await stage.exclude(excluded, null);
    await stage.mutate(left, 'joinCompany', 'CompanyIdInput', { companyId: stage.company.id });
    await t.runJobs();
    expect(listed(await board(ana))).toEqual(['1 Left 60', '1 Out 60', '3 Ana 10']);
  });

  it('is of a month, this one or another', async () => {
    t.clock.set(new Date('2026-11-20T12:00:00Z'));
    const ana = await with_('Ana', 10, { at: new Date('2026-10-31T23:59:59Z') });
    await with_('Bea', 20);
    expect(listed(await board(ana, { period: 'MONTH' }))).toEqual(['1 Bea 20']);
    expect(listed(await board(ana, { period: 'MONTH', month: '2026-10' }))).toEqual(['1 Ana 10']);
    expect(listed(await board(ana))).toEqual(['1 Bea 20', '2 Ana 10']);
    for (const month of ['2026-13', '2026-1', 'ALL', "2026-10' OR"]) {
      expect(codeOf(await ask(ana, { period: 'MONTH', month }))).toBe('VALIDATION_FAILED');
    }
  });

  it('is of a challenge, which the viewer may know', async () => {
    const challenge = await createChallenge(t, stage.company);
    const ana = await with_('Ana', 10, { challengeId: challenge.id });
    await with_('Bea', 20);
    expect(listed(await board(ana, { challengeId: challenge.id }))).toEqual(['1 Ana 10']);
    const other = await createCompany(t);
    await addMember(t, other, await createUser(t), Role.OWNER);
    const foreign = await createChallenge(t, other);
    expect(codeOf(await ask(ana, { challengeId: foreign.id }))).toBe('NOT_FOUND');
  });

  it('is for members, and its cursors are its own', async () => {
    expect(codeOf(await ask(await createUser(t)))).toBe('FORBIDDEN');
    expect(codeOf(await ask(null))).toBe('UNAUTHENTICATED');
    expect(codeOf(await ask(stage.manager, { after: 'x' }))).toBe('VALIDATION_FAILED');
  });
});
