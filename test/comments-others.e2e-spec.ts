import { CommentVisibility } from '../src/features/comments/comment.entity.js';
import { CommentsService } from '../src/features/comments/comments.service.js';
import { CommentModeration } from '../src/features/comments/comment-moderation.service.js';
import { type Company, PreModeration } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { act, createComment, say } from './support/comments.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { decide, reviewPage } from './support/reviews.api.js';
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
afterEach(async () => expect(await t.app.get(CommentsService).verify()).toEqual([]));

const idea = () => createIdea(t, { company, author: owner });
const codeOf = async (result: ReturnType<typeof act>) => (await result).errors?.[0]?.extensions.code ?? null;

describe('appreciation', () => {
  it('is counted once per person, not for one’s own, and exact when all click at once and twice', async () => {
    const at = await idea();
    const { id } = await say(t, owner, at, 'We will do it');
    expect(await codeOf(act(t, owner, 'appreciateComment', { commentId: id }))).toBe('OWN_COMMENT');
    const clicks = people.flatMap((user) => [1, 2].map(() => act(t, user, 'appreciateComment', { commentId: id })));
    for (const { errors } of await Promise.all(clicks)) expect(errors).toBeUndefined();
    const back = (await act(t, ana, 'unappreciateComment', { commentId: id })).data!.comment;
    expect(back).toMatchObject({ appreciationCount: people.length - 1, viewerAppreciates: false });
    await act(t, ana, 'unappreciateComment', { commentId: id });
    const seen = (await act(t, bea, 'appreciateComment', { commentId: id })).data!.comment;
    expect(seen).toMatchObject({ appreciationCount: people.length - 1, viewerAppreciates: true });
  });
});

describe('appreciation by a machine', () => {
  it('ends after a minute’s worth of clicks', async () => {
    const { id } = await say(t, owner, await idea(), 'We will do it');
    const click = (n: number) => act(t, ana, n % 2 ? 'unappreciateComment' : 'appreciateComment', { commentId: id });
    await t.database.query('DELETE FROM rate_limit');
    for (let n = 0; n < 60; n++) expect(await codeOf(click(n))).toBeNull();
    expect(await codeOf(click(60))).toBe('RATE_LIMITED');
    await t.database.query('DELETE FROM rate_limit');
  });
});

describe('what is held', () => {
  it('is seen by its author, with the reason, and by moderators; approved it is public, rejected it is not', async () => {
    const strict = await createCompany(t, { owner, preModeration: PreModeration.EVERYTHING });
    const moderator = await createUser(t);
    await addMember(t, strict, moderator, Role.MODERATOR);
    await addMember(t, strict, ana);
    await addMember(t, strict, bea);
    const at = await createIdea(t, { company: strict, author: owner });
    const [first, second] = [await say(t, ana, at, 'Please publish'), await say(t, ana, at, 'And this')];
    expect(first).toMatchObject({ visibility: 'HELD', holdReason: 'COMPANY_REVIEWS_EVERYTHING' });
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 0 });
    const seen = async (user?: TestUser) => {
      const query = `query ($id: ID!) { idea(id: $id) { comments { totalCount edges { node { id holdReason rejectionReason } } } } }`;
      const { data } = await t.ask<{ idea: { comments: { edges: { node: { id: string } }[] } } }>(
        query,
        { id: at.id },
        { token: user?.token },
      );
      return data!.idea.comments.edges.map(({ node }) => node);
    };
    expect(await seen()).toEqual([]);
    expect(await seen(bea)).toEqual([]);
    expect((await seen(ana)).length).toBe(2);
    expect((await seen(moderator)).length).toBe(2);
    const comments = t.app.get(CommentModeration, { strict: false });
    await t.database.transaction((tx) => comments.publishHeld(tx, first.id, moderator.id));
    await t.database.transaction((tx) =>
      comments.hide(tx, second.id, moderator.id, { to: CommentVisibility.HIDDEN, reason: 'Be kind' }),
    );
    await expect(t.database.transaction((tx) => comments.publishHeld(tx, second.id, moderator.id))).rejects.toThrow(
      'CONFLICT',
    );
    expect(await seen()).toEqual([{ id: first.id, holdReason: null, rejectionReason: null }]);
    expect((await seen(ana))[1]).toEqual({
      id: second.id,
      holdReason: 'COMPANY_REVIEWS_EVERYTHING',
      rejectionReason: 'Be kind',
    });
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 1 });
    // a change of what was approved is a new text
    const again = (await act(t, ana, 'editComment', { commentId: first.id, version: 2, body: 'Buy my things' })).data!
      .comment;
    expect(again.visibility).toBe('HELD');
    expect(await seen()).toEqual([]);
    expect(await tallyOf(t, at.id)).toMatchObject({ comments: 0 });
    await act(t, ana, 'deleteComment', { commentId: first.id });
    expect(
      await t.database.query(`SELECT 1 FROM review WHERE comment_id = $1 AND state = 'PENDING'`, [first.id]),
    ).toEqual([]);
  });

  it('once changed is decided in its new text; what was replaced before anybody allowed it stays unread', async () => {
    const strict = await createCompany(t, { owner, preModeration: PreModeration.EVERYTHING });
    await addMember(t, strict, ana);
    await addMember(t, strict, bea, Role.MODERATOR);
    const at = await createIdea(t, { company: strict, author: owner });
    const { id } = await say(t, ana, at, 'Buy my things');
    const edit = (version: number, body: string) => act(t, ana, 'editComment', { commentId: id, version, body });
    const [seen] = (await reviewPage(t, strict, bea)).edges;
    await edit(1, 'Buy them now');
    expect((await decide(t, bea, 'KEEP', seen!.node)).code).toBe('CONFLICT');
    await edit(2, 'I agree');
    const [now] = (await reviewPage(t, strict, bea)).edges;
    expect((await decide(t, bea, 'KEEP', now!.node)).code).toBeUndefined();
    const revisions = async () => {
      const { data } = await t.ask<{ comment: { revisions: object } }>(
        `{ comment(id: "${id}") { revisions { number body } } }`,
      );
      return data!.comment.revisions;
    };
    expect(await revisions()).toEqual([{ number: 3, body: 'I agree' }]);
    await edit(4, 'I agree, but');
    await decide(t, bea, 'KEEP', (await reviewPage(t, strict, bea)).edges[0]!.node);
    expect(await revisions()).toEqual([
      { number: 3, body: 'I agree' },
      { number: 4, body: 'I agree, but' },
    ]);
  });

  it('does not take others’ replies away: an empty place holds them', async () => {
    const strict = await createCompany(t, { owner, preModeration: PreModeration.NEWCOMERS });
    await addMember(t, strict, ana, Role.CUSTOMER, { trustLevel: 0 });
    await addMember(t, strict, bea, Role.CUSTOMER, { trustLevel: 1 });
    const at = await createIdea(t, { company: strict, author: owner });
    const root = await createComment(t, { idea: at, author: ana, body: 'Opening' });
    await say(t, bea, at, 'Good point', root);
    const edited = await act(t, ana, 'editComment', { commentId: root.id, version: 1, body: 'Secret' });
    expect(edited.data!.comment).toMatchObject({ visibility: 'HELD', body: 'Secret' });
    const fields = 'visibility body holdReason author { id } revisions { body } mentions { id }';
    const query = `query ($id: ID!) { idea(id: $id) { comments { edges { node { ${fields} replies { edges { node { body } } } } } } } }`;
    const { data } = await t.ask<{ idea: { comments: { edges: object[] } } }>(
      query,
      { id: at.id },
      { token: bea.token },
    );
    const empty = { visibility: 'HELD', body: '', holdReason: null, author: null, revisions: [], mentions: [] };
    expect(data!.idea.comments.edges).toEqual([
      { node: { ...empty, replies: { edges: [{ node: { body: 'Good point' } }] } } },
    ]);
  });
});

it('many who try to change another’s comment at once leave the database to the others', async () => {
  const { id } = await say(t, owner, await idea(), 'Mine');
  const tries = people.map((user) => codeOf(act(t, user, 'editComment', { commentId: id, version: 1, body: 'Ours' })));
  expect(new Set(await Promise.all(tries))).toEqual(new Set(['FORBIDDEN']));
});

it('an erased person is named no more in what others said, nor kept in what they never submitted', async () => {
  const gone = await createUser(t, { displayName: 'Gloria' });
  await addMember(t, company, gone);
  const at = await idea();
  const mention = `@[Gloria](user:${gone.id.toUpperCase()}) and @[Ana \\] B](user:${ana.id})`;
  const { id } = await say(t, bea, at, mention);
  const edit = { commentId: id, version: 1, body: `Again: ${mention}` };
  expect((await act(t, bea, 'editComment', edit)).data!.comment.body).toContain('Gloria');
  const draft = await createIdea(t, { company, author: gone, visibility: 'DRAFT' });
  const erase = 'mutation ($password: String!) { eraseAccount(input: { password: $password }) { ok } }';
  await t.ask(erase, { password: gone.password }, { token: gone.token });
  await t.runJobs();
  const { data } = await t.ask<{ comment: { body: string } }>(
    `{ comment(id: "${id}") { body bodyHtml revisions { body } } }`,
  );
  expect(JSON.stringify(data)).not.toContain('Gloria');
  expect(data!.comment.body).toBe(`Again: @[…](user:${gone.id}) and @[Ana \\] B](user:${ana.id})`);
  expect(await t.database.query('SELECT FROM idea WHERE id = $1', [draft.id])).toEqual([]);
});
