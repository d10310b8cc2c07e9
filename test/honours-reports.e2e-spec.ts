import type { TestUser } from './support/accounts.factory.js';
import { fieldsOf } from './support/ideas.api.js';
import { startTestApp, type TestApp } from './support/app.js';
import { codeOf, honoursStage, type HonoursStage } from './support/honours.stage.js';

let t: TestApp;
let stage: HonoursStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await honoursStage(t);
});
afterAll(async () => {
  expect(await stage.verify()).toEqual([]);
  await t.close();
});

const REPORTS = { metric: 'FLAGS_UPHELD', threshold: 1 };
const BY_HAND = { metric: null, threshold: null };
const VOTED = { metric: 'COMMENTS_APPRECIATED', threshold: 1 };

let count = 0;
async function make(rule: object): Promise<{ id: string; name: string }> {
  const input = { companyId: stage.company.id, name: `Watchful ${++count}`, description: 'For you.', ...rule };
  const { data } = await stage.mutate(stage.manager, 'createBadge', 'CreateBadgeInput', input, 'id name');
  await t.runJobs();
  return data!.result as { id: string; name: string };
}
const update = ({ id, name }: { id: string; name: string }, rule: object) =>
  stage.mutate(stage.manager, 'updateBadge', 'UpdateBadgeInput', {
    ...{ badgeId: id, version: 1, name, description: 'For you.', ...rule },
  });
async function reporter(): Promise<TestUser> {
  const who = await stage.member();
  await stage.award(who, 'FLAG_UPHELD');
  return who;
}
const holders = (badgeId: string) =>
  stage.ask(stage.manager, 'query ($id: ID!) { badgeHolders(badgeId: $id) { edges { node { user { id } } } } }', {
    id: badgeId,
  });
const listed = async () => {
  const query = 'query ($id: ID!) { companyBadges(companyId: $id) { id name builtIn holderCount } }';
  const { data } = await stage.ask<{ companyBadges: Listed[] }>(stage.manager, query, { id: stage.company.id });
  return data!.companyBadges;
};
interface Listed {
  id: string;
  name: string;
  builtIn: string | null;
  holderCount: number;
}
const names = async (who: TestUser) => (await stage.honours(who)).badges.map(({ badge }) => badge.name);
const seenBy = async (who: TestUser, person: TestUser) =>
  JSON.stringify(
    await stage.ask(who, 'query ($id: ID!) { user(id: $id) { honours { badges { badge { name } } } } }', person),
  );

describe('a badge for reports', () => {
  it('is its holder’s own: neither members nor managers see who has it, only how many', async () => {
    const [ana, bea] = [await reporter(), await stage.member()];
    const own = await make(REPORTS);
    expect(await names(ana)).toEqual(expect.arrayContaining([own.name, 'First report that was right']));
    for (const who of [bea, stage.manager]) {
      expect(await seenBy(who, ana)).not.toContain(own.name);
      expect(await seenBy(who, ana)).not.toContain('report');
    }
    const ours = (await listed()).find(({ builtIn }) => builtIn === 'FLAGS_UPHELD_1')!;
    expect(ours.holderCount).toBeGreaterThan(0);
    for (const { id } of [own, ours]) expect(codeOf(await holders(id))).toBe('FORBIDDEN');
  });

  it('never becomes one for something else, whose holders are listed or refused when it is given again', async () => {
    const ana = await reporter();
    const own = await make(REPORTS);
    for (const rule of [VOTED, BY_HAND]) expect(fieldsOf(await update(own, rule))).toEqual(['metric:FOR_REPORTS']);
    expect((await update(own, { ...REPORTS, threshold: 9 })).errors).toBeUndefined();
    expect(codeOf(await holders(own.id))).toBe('FORBIDDEN');
    expect(await names(ana)).toContain(own.name);
  });

  it('is none that was for something else before', async () => {
    for (const rule of [VOTED, BY_HAND]) {
      const other = await make(rule);
      expect(fieldsOf(await update(other, REPORTS))).toEqual(['metric:FOR_REPORTS']);
      expect(codeOf(await holders(other.id))).toBeNull();
    }
    expect((await update(await make(VOTED), BY_HAND)).errors).toBeUndefined();
  });
});
