import { verifyAll } from '../src/cli/verify.js';
import { startTestApp, type TestApp } from './support/app.js';
import type { TestUser } from './support/accounts.factory.js';
import { given, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { decide } from './support/reviews.api.js';
import { screeningStage, type ScreeningStage } from './support/screening.stage.js';

const SPAM = 'See https://a.example and https://b.example and https://c.example and https://d.example';

let t: TestApp;
let stage: ScreeningStage;
let ana: TestUser;
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
const ofOther = async () => (await createIdea(t, { company: stage.company, author: await stage.member() })).id;
async function anIdea() {
  const { id: ideaId, version } = await stage.idea(ana);
  await stage.post(ana, 'editIdea', { ideaId, version, body: SPAM });
  return ideaId;
}
async function aComment(words = '') {
  const said = await stage.post(ana, 'addComment', { ideaId: await ofOther(), body: 'Good.' });
  await stage.post(ana, 'editComment', {
    commentId: said.id,
    version: said.version,
    body: `${words} https://e.example https://f.example https://g.example https://h.example`,
  });
  return said.id;
}
const row = async (id: string) =>
  (
    await t.database.query<{ visibility: string; hold: string | null }>(
      `SELECT visibility, hold_reason AS hold FROM idea WHERE id = $1
       UNION ALL SELECT visibility, hold_reason FROM comment WHERE id = $1`,
      [id],
    )
  )[0]!;
const decisionOf = async (id: string) =>
  (
    await t.database.query<{ id: string }>(
      'SELECT id FROM decision WHERE $1 IN (idea_id, comment_id) AND automatic AND undone_at IS NULL',
      [id],
    )
  )[0]!.id;

describe('a change that takes something from the public', () => {
  it('is a decision without a person: its author reads why in their language, and the log tells it', async () => {
    for (const id of [await anIdea(), await aComment()]) {
      const decision = await decisionOf(id);
      const { data } = await t.ask<{ decision: object }>(
        'query ($id: ID!) { decision(id: $id) { act automatic foundBy viewerMayAppeal statement { title sections { part paragraphs } } } }',
        { id: decision },
        { token: ana.token, language: 'es' },
      );
      expect(data!.decision).toMatchObject({
        ...{ act: 'HIDE', automatic: true, foundBy: 'SCREENING', viewerMayAppeal: true },
        statement: { title: expect.stringContaining('espera a quienes moderan') as string },
      });
      expect(JSON.stringify(data)).toContain('más enlaces de los que puedes publicar');
      const [line] = await t.database.query(
        'SELECT entry, act, automatic, basis FROM moderation_log WHERE decision_id = $1',
        [decision],
      );
      expect(line).toEqual({ entry: 'DECIDED', act: 'HIDE', automatic: true, basis: 'RULES' });
    }
    await t.runJobs();
    const told = await t.database.query('SELECT kind FROM notification WHERE user_id = $1', [ana.id]);
    expect(told).toEqual([{ kind: 'DECISION_MADE' }, { kind: 'DECISION_MADE' }]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('leaves it to its author to change', async () => {
    const ideaId = await anIdea();
    const [{ version }] = (await t.database.query<{ version: number }>('SELECT version FROM idea WHERE id = $1', [
      ideaId,
    ])) as [{ version: number }];
    await given(mutate(ana, 'editIdea', { ideaId, version, body: 'Without links.' }));
    expect(await row(ideaId)).toEqual({ visibility: 'HELD', hold: 'MANY_LINKS' });
  });

  it('ends with what a moderator decides; undone, it waits again', async () => {
    for (const id of [await anIdea(), await aComment()]) {
      expect((await decide(t, stage.moderator, 'KEEP', (await stage.waiting(id))!)).code).toBeUndefined();
      expect((await row(id)).visibility).toBe('PUBLISHED');
      const [kept] = await t.database.query<{ id: string }>(
        `SELECT id FROM decision WHERE $1 IN (idea_id, comment_id) AND act = 'KEEP'`,
        [id],
      );
      await given(mutate(stage.moderator, 'undoDecision', { decisionId: kept!.id }));
      expect(await row(id)).toEqual({ visibility: 'HELD', hold: 'MANY_LINKS' });
      expect(await stage.waiting(id)).toBeTruthy();
    }
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('is seen by others as hidden, without a text', async () => {
    const ideaId = await anIdea();
    const { data } = await t.ask<{ moderationTrace: object }>(
      'query ($ideaId: ID!) { moderationTrace(ideaId: $ideaId) { act automatic } }',
      { ideaId },
    );
    expect(data!.moderationTrace).toEqual({ act: 'HIDE', automatic: true });
  });

  it('can be appealed: overturned, it is public; upheld, it goes on waiting for a decision', async () => {
    for (const [outcome, visibility] of [
      ['OVERTURN', 'PUBLISHED'],
      ['UPHOLD', 'HELD'],
    ] as const) {
      const id = await anIdea();
      const decisionId = await decisionOf(id);
      const appeal = await given(
        mutate(ana, 'fileAppeal', { decisionId, text: 'These are the sources.' }, 'id version'),
      );
      const judged = { appealId: appeal.id, version: appeal.version, outcome, reasons: 'I have read them.' };
      await given(mutate(stage.manager, 'decideAppeal', judged));
      expect((await row(id)).visibility).toBe(visibility);
      expect(Boolean(await stage.waiting(id))).toBe(outcome === 'UPHOLD');
    }
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('tells whom the new text mentions once it is public again', async () => {
    const bea = await stage.member();
    const id = await aComment(`@[Bea](user:${bea.id})`);
    await t.runJobs();
    const told = () => t.database.query('SELECT kind FROM notification WHERE user_id = $1', [bea.id]);
    expect(await told()).toEqual([]);
    await decide(t, stage.moderator, 'KEEP', (await stage.waiting(id))!);
    await t.runJobs();
    expect(await told()).toEqual([{ kind: 'MENTIONED' }]);
  });

  it('stays withdrawn where its author has taken it back', async () => {
    const ideaId = await anIdea();
    const [{ version }] = (await t.database.query<{ version: number }>('SELECT version FROM idea WHERE id = $1', [
      ideaId,
    ])) as [{ version: number }];
    await given(mutate(ana, 'withdrawIdea', { ideaId, version }));
    const decisionId = await decisionOf(ideaId);
    await given(mutate(stage.moderator, 'undoDecision', { decisionId }));
    expect((await row(ideaId)).visibility).toBe('WITHDRAWN');
    expect(await stage.waiting(ideaId)).toBeUndefined();
  });
});
