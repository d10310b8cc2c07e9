import { CommentsService } from '../src/features/comments/comments.service.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import type { Company } from '../src/features/companies/company.entity.js';
import { PhaseKind } from '../src/features/challenges/phase.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { act, createComment, say } from './support/comments.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { createMembers, tallyOf } from './support/votes.factory.js';

let t: TestApp;
let company: Company;
let owner: TestUser;
let ana: TestUser;
let bea: TestUser;
let people: TestUser[];

beforeAll(async () => {
  t = await startTestApp();
  owner = await createUser(t, { displayName: 'Olga' });
  company = await createCompany(t, { owner });
  people = await createMembers(t, company, 12);
  [ana, bea] = people as [TestUser, TestUser];
}, 60_000);
afterAll(() => t.close());
afterEach(async () => {
  t.clock.set(null);
  await t.database.query('DELETE FROM rate_limit');
  expect(await t.app.get(CommentsService).verify()).toEqual([]);
});

const idea = (options: Partial<Parameters<typeof createIdea>[1]> = {}) =>
  createIdea(t, { company, author: owner, ...options });
const codeOf = async (result: ReturnType<typeof act>) => (await result).errors?.[0]?.extensions.code ?? null;

describe('a comment', () => {
  it('is written, counted, told as an event, and marked where its author speaks for the company', async () => {
    const at = await idea();
    const first = await say(t, ana, at, 'What about **Sundays**?');
    expect(first).toMatchObject({
      bodyHtml: '<p>What about <strong>Sundays</strong>?</p>',
      depth: 0,
      parentId: null,
      fromCompany: false,
      visibility: 'PUBLISHED',
      author: { id: ana.id },
      revisions: [{ number: 1, body: 'What about **Sundays**?' }],
      viewerCan: { edit: true, delete: true, reply: true, appreciate: false },
    });
    const answer = await say(t, owner, at, 'From March on.', first);
    expect(answer).toMatchObject({
      depth: 1,
      rootId: first.id,
      fromCompany: true,
      inReplyTo: { displayName: 'Member 0' },
    });
    const deep = await say(t, bea, at, 'Great!', answer);
    expect(deep).toMatchObject({ depth: 2, rootId: first.id, parentId: answer.id });
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 3 });
    const events = await t.database.query<{ type: string; payload: object }>(
      'SELECT type, payload FROM event WHERE aggregate_id = $1 ORDER BY position',
      [at.id],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'CommentAdded',
      'CommentPublished',
      'CommentAdded',
      'CommentPublished',
      'CommentAdded',
      'CommentPublished',
    ]);
    expect(events[3]!.payload).toEqual({
      commentId: answer.id,
      authorId: owner.id,
      parentId: first.id,
      inReplyToId: ana.id,
      mentionedIds: [],
      first: true,
    });
  });

  it('sent twice with one key is written once, at once or one after the other', async () => {
    const at = await idea();
    const input = { ideaId: at.id, body: 'Once.', idempotencyKey: 'k-1' };
    const results = await Promise.all([1, 2, 3].map(() => act(t, ana, 'addComment', input)));
    results.push(await act(t, ana, 'addComment', input));
    expect(new Set(results.map(({ data }) => data!.comment.id)).size).toBe(1);
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 1 });
  });

  it('mentions members, once each; others stay plain text, and names are those of now', async () => {
    const at = await idea();
    const stranger = await createUser(t, { displayName: 'Stranger' });
    const text = `@[Old name](user:${bea.id}) and @[Stranger](user:${stranger.id}), hello`;
    const said = await say(t, ana, at, text);
    expect(said.mentions).toEqual([{ id: bea.id }]);
    expect(said.body).toBe(`@[Old name](user:${bea.id}) and @Stranger, hello`);
    expect(said.bodyHtml).toBe(
      `<p><a href="/u/${bea.id}" rel="nofollow ugc noopener">@Member 1</a> and @Stranger, hello</p>`,
    );
  });

  it('is refused: empty, too long, elsewhere, below a comment that is not there or not public', async () => {
    const at = await idea();
    const other = await createComment(t, { idea: await idea(), author: bea });
    const gone = await createComment(t, { idea: at, author: bea, visibility: 'DELETED' });
    const held = await createComment(t, { idea: at, author: bea, visibility: 'HELD' });
    const add = (input: object) => act(t, ana, 'addComment', { ideaId: at.id, body: 'Hi', ...input });
    expect((await add({ body: ' \u0000 ' })).errors![0]!.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'body' }],
    });
    expect(await codeOf(add({ body: 'x'.repeat(10_001) }))).toBe('VALIDATION_FAILED');
    expect(await codeOf(add({ ideaId: '0198c0de-0000-7000-8000-000000000000' }))).toBe('NOT_FOUND');
    expect((await add({ parentId: other.id })).errors![0]!.extensions).toMatchObject({
      code: 'NOT_FOUND',
      fields: [{ path: 'parentId' }],
    });
    expect(await codeOf(add({ parentId: held.id }))).toBe('NOT_FOUND');
    expect(await codeOf(add({ parentId: gone.id }))).toBe('COMMENT_STATE');
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 0 });
  });

  it('is refused to strangers, the unverified, the suspended; in closed phases, and on what is not public', async () => {
    const at = await idea();
    const stranger = await createUser(t);
    const unverified = await createUser(t, { verified: false });
    const suspended = await createUser(t);
    await addMember(t, company, unverified);
    await addMember(t, company, suspended, Role.CUSTOMER, { suspendedUntil: new Date(Date.now() + 60_000) });
    const codes = [];
    for (const user of [null, stranger, unverified, suspended]) {
      codes.push(await codeOf(act(t, user, 'addComment', { ideaId: at.id, body: 'Hi' })));
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'EMAIL_NOT_VERIFIED', 'MEMBER_SUSPENDED']);
    const quiet = await createChallenge(t, company, { phases: [{ kind: PhaseKind.VOTING, mayComment: false }] });
    const inQuiet = await idea({ challenge: quiet });
    expect(await codeOf(act(t, ana, 'addComment', { ideaId: inQuiet.id, body: 'Hi' }))).toBe('COMMENTING_CLOSED');
    const held = await idea({ visibility: 'HELD' });
    expect(await codeOf(act(t, ana, 'addComment', { ideaId: held.id, body: 'Hi' }))).toBe('NOT_FOUND');
    expect(await codeOf(act(t, owner, 'addComment', { ideaId: held.id, body: 'Hi' }))).toBe('COMMENTING_CLOSED');
    const hidden = await createCompany(t, { owner, visibility: CompanyVisibility.PRIVATE });
    const elsewhere = await createIdea(t, { company: hidden, author: owner });
    const secret = await createComment(t, { idea: elsewhere, author: owner });
    for (const action of ['editComment', 'deleteComment', 'appreciateComment'] as const) {
      expect(
        await codeOf(
          act(t, ana, action, { commentId: secret.id, ...(action === 'editComment' && { version: 1, body: 'x' }) }),
        ),
      ).toBe('NOT_FOUND');
    }
  });

  it('is limited in number, with the time to wait', async () => {
    const at = await idea();
    let last;
    for (let n = 0; n < 21; n++) last = await act(t, people[9]!, 'addComment', { ideaId: at.id, body: `Again ${n}` });
    expect(last!.errors![0]!.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: expect.any(Number) as number,
    });
  });
});

describe('an edit', () => {
  it('keeps every version, counts, and refuses what was written on an old one', async () => {
    const at = await idea();
    const { id } = await say(t, ana, at, 'First');
    const second = (
      await act(t, ana, 'editComment', { commentId: id, version: 1, body: `Second @[B](user:${bea.id})` })
    ).data!.comment;
    expect(second).toMatchObject({ version: 2, mentions: [{ id: bea.id }] });
    expect(second.editedAt).not.toBeNull();
    expect(await codeOf(act(t, ana, 'editComment', { commentId: id, version: 1, body: 'Late' }))).toBe('CONFLICT');
    const third = (await act(t, ana, 'editComment', { commentId: id, version: 2, body: 'Third' })).data!.comment;
    expect(third.revisions.map(({ number, body }) => [number, body.slice(0, 6)])).toEqual([
      [1, 'First'],
      [2, 'Second'],
      [3, 'Third'],
    ]);
    expect(third.mentions).toEqual([]);
    expect(await codeOf(act(t, bea, 'editComment', { commentId: id, version: 3, body: 'Mine' }))).toBe('FORBIDDEN');
    const race = await Promise.all(
      ['a', 'b', 'c'].map((body) => codeOf(act(t, ana, 'editComment', { commentId: id, version: 3, body }))),
    );
    expect(race.filter((code) => code === null)).toHaveLength(1);
    expect(race.filter((code) => code === 'CONFLICT')).toHaveLength(2);
  });

  it('is not possible once comments are closed; deleting is', async () => {
    const endsAt = new Date(Date.now() + 60_000);
    const challenge = await createChallenge(t, company, { phases: [{ endsAt }] });
    const at = await idea({ challenge });
    const { id } = await say(t, ana, at, 'In time');
    t.clock.set(endsAt);
    expect(await codeOf(act(t, ana, 'editComment', { commentId: id, version: 1, body: 'Late' }))).toBe(
      'COMMENTING_CLOSED',
    );
    expect(await codeOf(act(t, ana, 'deleteComment', { commentId: id }))).toBeNull();
  });
});

describe('a deletion', () => {
  const thread = (ideaId: string, user?: TestUser) =>
    t.ask<{
      idea: {
        comments: { edges: { node: { id: string; body: string; visibility: string; author: object | null } }[] };
      };
    }>(
      `query ($id: ID!) { idea(id: $id) { comments { edges { node { id body visibility author { id } mentions { id } revisions { body } } } } } }`,
      { id: ideaId },
      { token: user?.token },
    );

  it('leaves nothing where there were no replies', async () => {
    const at = await idea();
    const { id } = await say(t, ana, at, 'Never mind');
    const deleted = (await act(t, ana, 'deleteComment', { commentId: id })).data!.comment;
    expect(deleted).toMatchObject({ body: '', bodyHtml: '', author: null, visibility: 'DELETED', revisions: [] });
    expect((await thread(at.id)).data!.idea.comments.edges).toEqual([]);
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 0 });
    expect(await codeOf(act(t, ana, 'deleteComment', { commentId: id }))).toBeNull();
    expect(await codeOf(act(t, ana, 'editComment', { commentId: id, version: 2, body: 'Back' }))).toBe('COMMENT_STATE');
  });

  it('leaves an empty place where there were, until they are gone too', async () => {
    const at = await idea();
    const root = await say(t, ana, at, `Secret @[B](user:${bea.id})`);
    const reply = await say(t, bea, at, 'Why?', root);
    await act(t, ana, 'deleteComment', { commentId: root.id });
    const { data } = await thread(at.id);
    expect(data!.idea.comments.edges).toEqual([
      { node: { id: root.id, body: '', visibility: 'DELETED', author: null, mentions: [], revisions: [] } },
    ]);
    expect(JSON.stringify((await thread(at.id, ana)).data)).not.toContain('Secret');
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 1 });
    expect(await codeOf(act(t, bea, 'deleteComment', { commentId: root.id }))).toBe('FORBIDDEN');
    await act(t, bea, 'deleteComment', { commentId: reply.id });
    expect((await thread(at.id)).data!.idea.comments.edges).toEqual([]);
  });
});
