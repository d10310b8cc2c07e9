import { verifyAll } from '../src/cli/verify.js';
import { newId } from '../src/shared/database/ids.js';
import type { TestApp } from './support/app.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { crowd, flagsApi } from './support/flags.api.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => void ({ t, stage, api } = await decisionsStage()));
afterAll(() => t.close());

async function noticed() {
  const { id: ideaId } = await createIdea(t, { company: stage.company, author: stage.ana });
  const explanation = 'The second sentence calls a named person a thief.';
  const input = { ideaId, explanation, name: 'Rita', email: `${newId()}@example.org`, goodFaith: true };
  const { data } = await t.ask<{ fileNotice: { token: string } }>(
    'mutation ($input: FileNoticeInput!) { fileNotice(input: $input) { token } }',
    { input },
  );
  return { ideaId, token: data!.fileNotice.token };
}
const decisionOf = async (ideaId: string, act: string) =>
  (await t.database.query<{ id: string }>('SELECT id FROM decision WHERE idea_id = $1 AND act = $2', [ideaId, act]))[0]!
    .id;
const judge = async (decisionId: string, outcome: string) => {
  const filed = { decisionId, text: 'It is harmless.' };
  const { id: appealId, version } = await given(api.mutate(stage.ana, 'fileAppeal', filed, 'id version'));
  const judged = { appealId, version, outcome, reasons: 'I have read it.' };
  await given(api.mutate(stage.manager, 'decideAppeal', judged, 'id'));
  await t.runJobs();
};
const settled = (ideaId: string) =>
  t.database.query(
    `SELECT l.outcome, l.automatic, l.role, l.act FROM moderation_log l JOIN flag f ON f.id = l.notice_id
     WHERE f.idea_id = $1 AND l.entry = 'NOTICE_SETTLED' ORDER BY l.position`,
    [ideaId],
  );

it('who reported what an appeal brings back hears that it stays, and may complain of that', async () => {
  const { bea } = stage;
  const { ideaId, token } = await noticed();
  const { ruleId } = api.ground('HIDE') as { ruleId: string };
  expect(await flagsApi(t).flag(bea, { ideaId, ruleId })).toBe('OK');
  await decide(t, stage.moderator, 'HIDE', await api.open({ ideaId }), { ruleId });
  await judge(await decisionOf(ideaId, 'HIDE'), 'OVERTURN');
  expect(await settled(ideaId)).toEqual([
    { outcome: 'ACTED_ON', automatic: false, role: 'MODERATOR', act: 'HIDE' },
    { outcome: 'NOT_ACTED_ON', automatic: false, role: 'MANAGER', act: 'KEEP' },
  ]);
  const told = await t.database.query(
    `SELECT detail FROM notification WHERE user_id = $1 AND kind = 'FLAG_DECIDED' ORDER BY created_at`,
    [bea.id],
  );
  expect(told.at(-1)).toEqual({ detail: 'REJECTED' });
  const { errors } = await t.ask('mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { state } }', {
    input: { token, text: 'The name still stands there.' },
  });
  expect(errors).toBeUndefined();
  expect(await verifyAll(t.app)).toEqual([]);
});

it('a notice about what was hidden automatically is settled by the person who confirms it', async () => {
  const { ideaId } = await noticed();
  const { ruleId } = api.ground('HIDE') as { ruleId: string };
  for (const who of await crowd(t, stage.company, 3, 2))
    expect(await flagsApi(t).flag(who, { ideaId, ruleId })).toBe('OK');
  expect(await settled(ideaId)).toEqual([]);
  await judge(await decisionOf(ideaId, 'HIDE'), 'UPHOLD');
  expect(await settled(ideaId)).toEqual([{ outcome: 'ACTED_ON', automatic: false, role: 'MANAGER', act: 'HIDE' }]);
  expect(await verifyAll(t.app)).toEqual([]);
});
