import { verifyAll } from '../src/cli/verify.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createIdea } from './support/ideas.factory.js';
import { decide } from './support/reviews.api.js';
import { screeningStage, type ScreeningStage } from './support/screening.stage.js';

let t: TestApp;
let stage: ScreeningStage;
let [owner, writer, bea, cai]: TestUser[] = [];
beforeAll(async () => {
  t = await startTestApp();
  stage = await screeningStage(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  [owner, writer, bea, cai] = await Promise.all([stage.member(), stage.member(), stage.member(), stage.member()]);
});

const at = (user: TestUser) => `@[x](user:${user.id})`;
/** How often each was told of what others say. */
async function told(...users: TestUser[]): Promise<number[]> {
  await t.runJobs();
  const rows = await t.database.query<{ id: string }>('SELECT user_id AS id FROM notification');
  return users.map((user) => rows.filter(({ id }) => id === user.id).length);
}
async function say(body: string): Promise<string> {
  const { id: ideaId } = await createIdea(t, { company: stage.company, author: owner! });
  return (await stage.post(writer!, 'addComment', { ideaId, body })).id;
}
async function change(commentId: string, body: string): Promise<void> {
  const [row] = await t.database.query<{ version: number }>('SELECT version FROM comment WHERE id = $1', [commentId]);
  expect((await stage.post(writer!, 'editComment', { commentId, version: row!.version, body })).code).toBeUndefined();
}
const ask = <T>(query: string, input: object) =>
  t.ask<{ done: T }>(query, { input }, { token: stage.moderator.token }).then(({ data }) => data!.done);
/** @returns the id of the decision */
async function decideOn(commentId: string, act: string, ground: object = {}): Promise<string> {
  const review = await ask<{ id: string; version: number }>(
    'mutation ($input: OpenReviewInput!) { done: openReview(input: $input) { id version } }',
    { commentId },
  );
  const { review: done, code } = await decide(t, stage.moderator, act, review, ground);
  expect(code).toBeUndefined();
  return done!.decisions![0]!.id;
}
const keep = (commentId: string) => decideOn(commentId, 'KEEP');
const askForChange = (commentId: string) => decideOn(commentId, 'REQUEST_EDIT', { legalGround: 'Penal code' });
const undo = (decisionId: string) =>
  ask<{ id: string }>('mutation ($input: UndoDecisionInput!) { done: undoDecision(input: $input) { id } }', {
    decisionId,
  });
const stored = async (commentId: string) =>
  (await t.database.query('SELECT visibility, body FROM comment WHERE id = $1', [commentId]))[0];
const bodies = async (commentId: string) => {
  const query = 'query ($id: ID!) { comment(id: $id) { revisions { body } } }';
  const { data } = await t.ask<{ comment: { revisions: { body: string }[] } }>(query, { id: commentId });
  return data!.comment.revisions.map(({ body }) => body);
};

describe('what a comment says, to whom it mentions and who wrote the idea', () => {
  it('is told once, when the change that a moderator asked for is asked for no more', async () => {
    const id = await say(`Ask ${at(bea!)}`);
    expect(await told(owner!, bea!)).toEqual([1, 1]);
    const asked = await askForChange(id);
    await undo(asked);
    expect(await stored(id)).toMatchObject({ visibility: 'PUBLISHED' });
    expect(await told(owner!, bea!)).toEqual([1, 1]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('is told once, when it is kept after that change; whom it mentions since is told then', async () => {
    const id = await say(`Ask ${at(bea!)}`);
    expect(await told(owner!, bea!)).toEqual([1, 1]);
    await askForChange(id);
    await change(id, `Please ask ${at(bea!)}`);
    await change(id, `Please ask ${at(bea!)} or ${at(cai!)}`);
    expect(await told(owner!, bea!, cai!)).toEqual([1, 1, 0]);
    await keep(id);
    expect(await told(owner!, bea!, cai!)).toEqual([1, 1, 1]);
    expect(await bodies(id)).toHaveLength(1);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('is told to whom the change mentions, when it is undone after that', async () => {
    const id = await say('Ask somebody');
    expect(await told(owner!)).toEqual([1]);
    const asked = await askForChange(id);
    await change(id, `Ask ${at(bea!)}`);
    await undo(asked);
    expect(await told(owner!, bea!)).toEqual([1, 1]);
  });
});

describe('what waits for a moderator because of its new text', () => {
  beforeEach(() => stage.set({ watchedWords: [{ word: 'banana', action: 'HOLD' }] }));

  it('is told once to whom it mentions since, when it stays; then to nobody, whatever is undone', async () => {
    const id = await say('Ask somebody');
    expect(await told(owner!)).toEqual([1]);
    await change(id, `Ask ${at(bea!)} for a banana`);
    expect(await stored(id)).toMatchObject({ visibility: 'HELD' });
    expect(await told(owner!, bea!)).toEqual([1, 0]);
    const kept = await keep(id);
    expect(await told(owner!, bea!)).toEqual([1, 1]);
    await undo(kept);
    await keep(id);
    expect(await told(owner!, bea!)).toEqual([1, 1]);
  });

  it('is told to nobody, and never shown, when a moderator asks for another change', async () => {
    const id = await say('Ask somebody');
    expect(await told(owner!)).toEqual([1]);
    await change(id, `Ask ${at(bea!)} for a banana`);
    await askForChange(id);
    expect(await told(owner!, bea!)).toEqual([1, 0]);
    await change(id, `Ask ${at(bea!)} for an apple`);
    await keep(id);
    expect(await told(owner!, bea!)).toEqual([1, 1]);
    expect((await bodies(id)).join()).not.toContain('banana');
  });
});
