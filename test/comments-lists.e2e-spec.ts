import type { Company } from '../src/features/companies/company.entity.js';
import { Database } from '../src/shared/database/database.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { act, createComment } from './support/comments.factory.js';
import { createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { createMembers } from './support/votes.factory.js';

type Page = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { id: string; replies?: Page } }[];
};

let t: TestApp;
let company: Company;
let owner: TestUser;
let members: TestUser[];

beforeAll(async () => {
  t = await startTestApp();
  owner = await createUser(t);
  company = await createCompany(t, { owner });
  members = await createMembers(t, company, 4);
}, 60_000);
afterAll(() => t.close());

const start = new Date('2026-01-01T00:00:00Z').getTime();
const minute = (n: number) => new Date(start + n * 60_000);
const PAGE = 'totalCount pageInfo { hasNextPage endCursor } edges { node { id } }';
const idea = () => createIdea(t, { company, author: owner });
const idsOf = (page: Page) => page.edges.map(({ node }) => node.id);

async function top(ideaId: string, args: string, user?: TestUser): Promise<Page> {
  const { data, errors } = await t.ask<{ idea: { comments: Page } }>(
    `{ idea(id: "${ideaId}") { comments(${args}) { ${PAGE} } } }`,
    {},
    { token: user?.token },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.idea.comments;
}

/** Every id of a list, page by page. */
async function walk(read: (after: string) => Promise<Page>): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const page = await read(after && `, after: "${after}"`);
    ids.push(...idsOf(page));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor!;
  }
}

it('top-level comments are paged by time and by appreciation, equal values too, and none twice', async () => {
  const at = await idea();
  const ids: string[] = [];
  // pairs of the same moment
  for (let n = 0; n < 25; n++)
    ids.push((await createComment(t, { idea: at, author: members[n % 4]!, createdAt: minute(n >> 1) })).id);
  await createComment(t, { idea: at, author: owner, parent: { id: ids[0]! } });
  for (const [index, count] of [
    [7, 3],
    [3, 3],
    [20, 1],
  ] as const) {
    for (const user of [...members, owner].filter(({ id }) => id !== members[index % 4]!.id).slice(0, count)) {
      await act(t, user, 'appreciateComment', { commentId: ids[index]! });
    }
  }
  expect(await walk((after) => top(at.id, `first: 4, order: OLDEST${after}`))).toEqual(ids);
  expect(await walk((after) => top(at.id, `first: 7, order: NEWEST${after}`))).toEqual([...ids].reverse());
  const appreciated = await walk((after) => top(at.id, `first: 2, order: APPRECIATED${after}`));
  expect(appreciated.slice(0, 4)).toEqual([ids[7], ids[3], ids[20], ids[24]]);
  expect(new Set(appreciated).size).toBe(25);
  expect((await top(at.id, 'first: 1')).totalCount).toBe(25);
});

it('a thread of any depth comes as one list, oldest first, and is paged', async () => {
  const at = await idea();
  const root = await createComment(t, { idea: at, author: owner, createdAt: minute(0) });
  const below: string[] = [];
  let parent = root;
  for (let n = 1; n <= 12; n++) {
    const comment = await createComment(t, { idea: at, author: members[n % 4]!, parent, createdAt: minute(n) });
    below.push(comment.id);
    if (n % 3) parent = comment;
  }
  const replies = async (args: string) => {
    const { data } = await t.ask<{ idea: { comments: Page } }>(
      `{ idea(id: "${at.id}") { comments { edges { node { id replies(${args}) { ${PAGE} } } } } } }`,
    );
    return data!.idea.comments.edges[0]!.node.replies!;
  };
  expect(await walk((after) => replies(`first: 5${after}`))).toEqual(below);
  expect((await replies('first: 3')).totalCount).toBe(12);
  const { data } = await t.ask<{
    comment: { depth: number; inReplyTo: { displayName: string }; replies: Page; idea: { id: string } };
  }>(`{ comment(id: "${below[11]}") { depth inReplyTo { displayName } idea { id } replies { ${PAGE} } } }`);
  expect(data!.comment).toMatchObject({
    depth: 9,
    inReplyTo: { displayName: 'Member 3' },
    replies: { edges: [] },
    idea: { id: at.id },
  });
});

it('an idea with 20 comments, their first replies and all that is about them is read in few statements, however many', async () => {
  const at = await idea();
  const grow = async (count: number) => {
    for (let n = 0; n < count; n++) {
      const root = await createComment(t, { idea: at, author: members[n % 4]!, body: `Hi @[X](user:${owner.id})` });
      for (let reply = 0; reply < 4; reply++)
        await createComment(t, { idea: at, author: members[reply]!, parent: root });
    }
  };
  const FIELDS = `id bodyHtml author { displayName } viewerAppreciates inReplyTo { displayName }`;
  const query = `{ idea(id: "${at.id}") { title comments(first: 20) { edges { node { ${FIELDS}
    replies(first: 3) { totalCount edges { node { ${FIELDS} } } } } } } } }`;
  const database = t.app.get(Database);
  const original = database.query.bind(database);
  const count = async () => {
    const texts: string[] = [];
    database.query = (sql: string, ...rest: [unknown[]?]) => {
      texts.push(sql);
      return original(sql, ...rest);
    };
    const { errors } = await t.ask(query, {}, { token: members[0]!.token });
    database.query = original;
    expect(errors).toBeUndefined();
    return texts.length;
  };
  await grow(2);
  const few = await count();
  await grow(18);
  expect(await count()).toBe(few);
  // the idea, its comments, their replies, the replies' number
  expect(few).toBe(4);
});

it('a wrong page is refused: too long, not a number of ours, a cursor of another list, a forged one', async () => {
  const at = await idea();
  const forged = Buffer.from(JSON.stringify(['2026-01-01', "'; DROP TABLE comment"])).toString('base64url');
  const ofAppreciated = Buffer.from(JSON.stringify([3, at.id])).toString('base64url');
  for (const args of ['first: 101', 'first: 0', 'after: "x"', `after: "${forged}"`, `after: "${ofAppreciated}"`]) {
    const { errors } = await t.ask(`{ idea(id: "${at.id}") { comments(${args}) { edges { cursor } } } }`);
    expect([args, errors?.[0]?.extensions.code]).toEqual([args, 'VALIDATION_FAILED']);
  }
  expect((await t.ask('{ comment(id: "nonsense") { id } }')).errors![0]!.extensions.code).toBe('NOT_FOUND');
});
