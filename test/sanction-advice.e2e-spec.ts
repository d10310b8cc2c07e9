import { Rule } from '../src/features/companies/rule.entity.js';
import { ReaderLog } from '../src/features/ideas/reading/reader-log.port.js';
import type { ReadingLog } from '../src/features/moderation/trust/reading-log.service.js';
import { TrustJobs } from '../src/features/moderation/trust/trust.jobs.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: IdeasStage;
let rule: Rule;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  rule = await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id });
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

async function sanction(who: TestUser, act: string, more: object = {}) {
  const item = { userId: who.id, companyId: stage.company.id };
  const asked = stage.api.mutate(stage.moderator, 'openReview', item, 'id version');
  const decided = await decide(t, stage.moderator, act, await given(asked), { ruleId: rule.id, ...more });
  return decided.review!.decisions![0]!.id;
}

describe('the next step', () => {
  const advice = async (who: TestUser) =>
    (
      await t.ask<{ sanctionAdvice: object }>(
        'query ($companyId: ID!, $userId: ID!) { sanctionAdvice(companyId: $companyId, userId: $userId) { kind days because counted { kind } } }',
        { companyId: stage.company.id, userId: who.id },
        { token: stage.moderator.token },
      )
    ).data!.sanctionAdvice;

  it('goes up with what somebody bore within a year, and says why', async () => {
    const cai = await createUser(t);
    await addMember(t, stage.company, cai);
    expect(await advice(cai)).toEqual({ kind: 'WARNING', days: null, because: 'FIRST', counted: [] });
    await sanction(cai, 'WARN');
    expect(await advice(cai)).toMatchObject({ kind: 'SILENCE', days: 1, because: 'AFTER_WARNING' });
    const silence = await sanction(cai, 'SILENCE', { days: 1 });
    expect(await advice(cai)).toMatchObject({ kind: 'SILENCE', days: 7, because: 'AFTER_SHORT_SILENCE' });
    await given(stage.api.mutate(stage.moderator, 'undoDecision', { decisionId: silence }, 'id undoneAt'));
    expect(await advice(cai)).toMatchObject({ days: 1, counted: [{ kind: 'WARNING' }] });
    t.clock.set(new Date(t.clock.now().getTime() + 370 * DAY));
    expect(await advice(cai)).toMatchObject({ because: 'FIRST' });
  });
});

describe('signs that somebody goes on under another account', () => {
  const signals = async (who: TestUser) =>
    (
      await t.ask<{ evasionSignals: { user: { id: string } }[] }>(
        'query ($companyId: ID!, $userId: ID!) { evasionSignals(companyId: $companyId, userId: $userId) { user { id } day suspendedUntil } }',
        { companyId: stage.company.id, userId: who.id },
        { token: stage.moderator.token },
      )
    ).data!.evasionSignals.map(({ user }) => user.id);

  it('are suspended accounts of the same network, shown for thirty days', async () => {
    const [cai, dan, eve] = [await createUser(t), await createUser(t), await createUser(t)];
    const { id } = await createIdea(t, { company: stage.company, author: stage.ana });
    for (const who of [cai, dan, eve]) {
      await addMember(t, stage.company, who);
      await t.ask('query ($id: ID!) { idea(id: $id) { id } }', { id }, { token: who.token, ip: '203.0.113.9' });
    }
    await t.app.get<ReadingLog>(ReaderLog, { strict: false }).keep();
    await t.database.query(`UPDATE member_day SET network = 'elsewhere' WHERE user_id = $1`, [eve.id]);
    expect(await signals(dan)).toEqual([]);
    await sanction(cai, 'SUSPEND', { days: 365 });
    expect(await signals(dan)).toEqual([cai.id]);
    expect(await signals(eve)).toEqual([]);
    t.clock.set(new Date(t.clock.now().getTime() + 32 * DAY));
    expect(await signals(dan)).toEqual([]);
    await t.app.get(TrustJobs, { strict: false }).recompute();
    const left = await t.database.query('SELECT FROM member_day WHERE network IS NOT NULL');
    expect(left).toEqual([]);
  });
});
