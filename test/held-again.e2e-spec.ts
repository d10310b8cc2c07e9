import { Rule } from '../src/features/companies/rule.entity.js';
import { verifyAll } from '../src/cli/verify.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { crowd, flagsApi } from './support/flags.api.js';
import { codeOf, given, ideasApi } from './support/ideas.api.js';
import { decide } from './support/reviews.api.js';
import { screeningStage, type ScreeningStage } from './support/screening.stage.js';

let t: TestApp;
let stage: ScreeningStage;
let ana: TestUser;
let links = 0;
beforeAll(async () => {
  t = await startTestApp();
  stage = await screeningStage(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  ana = await stage.member();
});

const mutate = (who: TestUser, name: string, input: object, fields = 'id') =>
  ideasApi(t).mutate(who, name, input, fields);
const row = async (id: string) =>
  (
    await t.database.query<{ visibility: string; hold: string | null; version: number }>(
      'SELECT visibility, hold_reason AS hold, version FROM idea WHERE id = $1',
      [id],
    )
  )[0]!;
/** A change that is held, and never the same. */
async function edit(ideaId: string) {
  const body = Array.from({ length: 4 }, () => `https://site${++links}.example`).join(' ');
  await given(mutate(ana, 'editIdea', { ideaId, version: (await row(ideaId)).version, body }));
}
const keep = async (ideaId: string) => {
  expect((await decide(t, stage.moderator, 'KEEP', (await stage.waiting(ideaId))!)).code).toBeUndefined();
  return latest(ideaId, `act = 'KEEP'`);
};
const latest = async (ideaId: string, which: string) =>
  (
    await t.database.query<{ id: string }>(
      `SELECT id FROM decision WHERE idea_id = $1 AND undone_at IS NULL AND ${which} ORDER BY id DESC`,
      [ideaId],
    )
  )[0]?.id;

it('the text that an appeal was read with is the one that is decided', async () => {
  const { id: ideaId } = await stage.idea(ana);
  await edit(ideaId);
  const decisionId = await latest(ideaId, 'automatic');
  const filed = { decisionId, text: 'These are the sources.' };
  const { id: appealId, version } = await given(mutate(ana, 'fileAppeal', filed, 'id version'));
  await edit(ideaId);
  const judged = { appealId, version, outcome: 'OVERTURN', reasons: 'I have read them.' };
  expect(codeOf(await mutate(stage.manager, 'decideAppeal', judged))).toBe('CONFLICT');
  expect((await row(ideaId)).visibility).toBe('HELD');
});

it('what was kept and is held again stays held once the first decision is taken back, and is published by the next', async () => {
  const { id: ideaId } = await stage.idea(ana);
  const ruleId = (await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id })).id;
  for (const who of await crowd(t, stage.company, 3, 2))
    expect(await flagsApi(t).flag(who, { ideaId, ruleId })).toBe('OK');
  expect((await row(ideaId)).visibility).toBe('HIDDEN');
  const kept = await keep(ideaId);
  await edit(ideaId);
  await given(mutate(stage.moderator, 'undoDecision', { decisionId: kept }));
  expect(await row(ideaId)).toMatchObject({ visibility: 'HELD', hold: 'MANY_LINKS' });
  await keep(ideaId);
  expect((await row(ideaId)).visibility).toBe('PUBLISHED');
  expect(await latest(ideaId, 'automatic')).toBeUndefined();
  expect(await verifyAll(t.app)).toEqual([]);
});

it('what is held a second time does not keep the first decision from being taken back', async () => {
  const { id: ideaId } = await stage.idea(ana);
  await edit(ideaId);
  const kept = await keep(ideaId);
  await edit(ideaId);
  await given(mutate(stage.moderator, 'undoDecision', { decisionId: kept }));
  expect((await row(ideaId)).visibility).toBe('HELD');
  expect(await verifyAll(t.app)).toEqual([]);
});
