import { verifyAll } from '../src/cli/verify.js';
import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { codeOf, fieldsOf } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { SettleEverything } from '../src/features/rewards/points/settlement/settle-everything.service.js';
import { awardsOf } from './support/points.api.js';

const HOUR = 3_600_000;
let t: TestApp;
let stage: IdeasStage;
beforeEach(async () => {
  t ??= await startTestApp();
  stage = await ideasStage(t);
});
afterEach(() => t.clock.set(null));
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});

const TERMS = 'points every dailyCap lifetimeCap startsAt';
interface Terms {
  rule: string;
  points: number;
  every: number | null;
  dailyCap: number | null;
  startsAt: string | null;
  next: Terms | null;
}
async function rules(who: TestUser | null = stage.ana) {
  const query = `query ($companyId: ID!) { all: rewardRules(companyId: $companyId) { version rules { rule ${TERMS} next { ${TERMS} } } } }`;
  const { data } = await t.ask<{ all: { version: number; rules: Terms[] } }>(
    query,
    { companyId: stage.company.id },
    { token: who?.token },
  );
  const { version, rules: all } = data!.all;
  return { version, all, of: (rule: string) => all.find((one) => one.rule === rule)! };
}
const update = (input: object, who = stage.manager) =>
  t.ask(
    'mutation ($input: UpdateRewardRulesInput!) { updateRewardRules(input: $input) { version } }',
    { input: { companyId: stage.company.id, version: 1, ...input } },
    { token: who.token },
  );
/** What an idea that was published at a moment earned its author. */
async function earnedAt(publishedAt: Date): Promise<string[]> {
  const author = await createUser(t);
  await addMember(t, stage.company, author);
  await createIdea(t, { company: stage.company, author, publishedAt });
  await t.app.get(SettleEverything).all();
  return awardsOf(t, stage.company, author);
}
const published = (points: number) => ({ rules: [{ rule: 'IDEA_PUBLISHED', points }] });

describe('what earns points', () => {
  it('is told to everybody who sees the company, and outcomes earn far more than activity by default', async () => {
    const { version, all, of } = await rules(null);
    expect(version).toBe(1);
    expect(all.length).toBe(11);
    expect(of('VOTES')).toMatchObject({ points: 5, every: 10, startsAt: null, next: null });
    expect(of('IDEA_DELIVERED').points).toBeGreaterThan(20 * of('IDEA_PUBLISHED').points);
    expect(of('IDEA_DELIVERED').dailyCap).toBeNull();
  });

  it('is changed by managers, from now on: what happened before is judged by what held then', async () => {
    const before = new Date(t.clock.now().getTime() - HOUR);
    expect(codeOf(await update(published(9)))).toBeNull();
    expect(await earnedAt(before)).toEqual(['IDEA_PUBLISHED 5']);
    expect(await earnedAt(t.clock.now())).toEqual(['IDEA_PUBLISHED 9']);
    const { version, of } = await rules();
    expect([version, of('IDEA_PUBLISHED').points, of('IDEA_PUBLISHED').dailyCap]).toEqual([2, 9, null]);
    const where = { companyId: stage.company.id, action: 'rewards.rules' };
    const entry = await t.database.manager.findOneByOrFail(AuditEntry, where);
    expect(entry.actorId).toBe(stage.manager.id);
  });

  it('can be changed from a later day on, and that be changed again before', async () => {
    const now = t.clock.now().getTime();
    const [soon, later] = [new Date(now + HOUR), new Date(now + 2 * HOUR)];
    await update({ ...published(9), startsAt: soon });
    expect((await rules()).of('IDEA_PUBLISHED')).toMatchObject({ points: 5, next: { points: 9 } });
    await update({ ...published(11), startsAt: later, version: 2 });
    const { next } = (await rules()).of('IDEA_PUBLISHED');
    expect([next!.points, next!.startsAt]).toEqual([11, later.toISOString()]);
    t.clock.set(later);
    expect((await rules()).of('IDEA_PUBLISHED')).toMatchObject({ points: 11, next: null });
  });

  it('that gives nothing is remembered as that, and nothing is given for it later', async () => {
    await update(published(0));
    const author = await createUser(t);
    await addMember(t, stage.company, author);
    await createIdea(t, { company: stage.company, author });
    await t.app.get(SettleEverything).all();
    await update({ ...published(50), version: 2 });
    await t.app.get(SettleEverything).all();
    expect(await awardsOf(t, stage.company, author)).toEqual(['IDEA_PUBLISHED 0']);
  });

  it('is not changed for the past, twice in one go, or by who has not seen the last change', async () => {
    const past = new Date(t.clock.now().getTime() - HOUR);
    expect(fieldsOf(await update({ ...published(9), startsAt: past }))).toEqual(['startsAt:WRONG_START']);
    const far = new Date(t.clock.now().getTime() + 400 * 24 * HOUR);
    expect(fieldsOf(await update({ ...published(9), startsAt: far }))).toEqual(['startsAt:WRONG_START']);
    const twice = [...published(1).rules, ...published(2).rules];
    expect(fieldsOf(await update({ rules: twice }))).toEqual(['rules.1.rule:RULE_TWICE']);
    expect(fieldsOf(await update({ rules: [{ rule: 'VOTES', points: 3 }] }))).toEqual(['rules.0.every:EVERY_OF_VOTES']);
    expect(fieldsOf(await update({ rules: [{ rule: 'WINNER', points: 3, every: 2 }] }))).toEqual([
      'rules.0.every:EVERY_OF_VOTES',
    ]);
    await update(published(9));
    expect(codeOf(await update(published(8)))).toBe('CONFLICT');
    expect(codeOf(await update({ ...published(8), version: 2 }, stage.moderator))).toBe('FORBIDDEN');
  });

  it('changed by two managers at once is what one of them said, and the other is told', async () => {
    const codes = await Promise.all([7, 8, 9].map(async (points) => codeOf(await update(published(points)))));
    expect(codes.filter((code) => code === 'CONFLICT').length).toBe(2);
    expect((await rules()).version).toBe(2);
  });
});
