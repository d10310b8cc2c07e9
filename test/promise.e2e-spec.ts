import type { Company } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { given, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { statementsOf } from './support/statements.js';

let t: TestApp;
let api: ReturnType<typeof ideasApi>;
let ana: TestUser;
let manager: TestUser;
const HOUR = 3_600_000;
const START = new Date('2026-03-01T08:00:00Z').getTime();

beforeAll(async () => {
  t = await startTestApp();
  api = ideasApi(t);
  [ana, manager] = [await createUser(t, { displayName: 'Ana' }), await createUser(t, { displayName: 'Marta' })];
}, 60_000);
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

async function newCompany(): Promise<Company> {
  const company = await createCompany(t);
  await addMember(t, company, manager, Role.MANAGER);
  return company;
}

const idea = (company: Company, options: Partial<Parameters<typeof createIdea>[1]> = {}) =>
  createIdea(t, { company, author: ana, publishedAt: new Date(START), ...options });

/** @param hours after the ideas were published */
async function answer(id: string, status: string, hours: number): Promise<void> {
  t.clock.set(new Date(START + hours * HOUR));
  const { version } = await given(api.idea(manager, id));
  await given(api.mutate(manager, 'answerIdea', { ideaId: id, version, status, body: 'So it is.' }));
}

const PROMISE = 'promise { ideaCount answeredCount deliveredCount medianHoursToAnswer }';
async function promise({ slug }: Company): Promise<unknown> {
  const asked = await t.ask<{ company: { promise: unknown } }>(
    `query ($slug: String!) { company(slug: $slug) { ${PROMISE} } }`,
    { slug },
  );
  return asked.data!.company.promise;
}

describe('a company’s promise', () => {
  it('counts what is published, answered and delivered, and the median time to the first answer', async () => {
    const company = await newCompany();
    const [quick, slow, late] = [await idea(company), await idea(company), await idea(company)];
    await idea(company);
    for (const visibility of ['DRAFT', 'HELD', 'REJECTED', 'WITHDRAWN'] as const) await idea(company, { visibility });
    await answer(quick.id, 'UNDER_REVIEW', 2);
    await answer(slow.id, 'PLANNED', 10);
    await answer(late.id, 'DECLINED', 100);
    await answer(quick.id, 'DELIVERED', 200);
    expect(await promise(company)).toEqual({
      ideaCount: 4,
      answeredCount: 3,
      deliveredCount: 1,
      medianHoursToAnswer: 10,
    });
  });

  it('says nothing of a time to answer where none was given', async () => {
    const company = await newCompany();
    await idea(company);
    const none = { answeredCount: 0, deliveredCount: 0, medianHoursToAnswer: null };
    expect(await promise(company)).toEqual({ ideaCount: 1, ...none });
    expect(await promise(await newCompany())).toEqual({ ideaCount: 0, ...none });
  });

  it('is read for many companies by one statement', async () => {
    for (let n = 0; n < 3; n++) await idea(await newCompany());
    const { result, statements } = await statementsOf(() =>
      t.ask<{ companies: { edges: object[] } }>(`{ companies { edges { node { id ${PROMISE} } } } }`),
    );
    expect(result.data!.companies.edges.length).toBeGreaterThan(2);
    expect(statements.filter((sql) => sql.includes('percentile_cont'))).toHaveLength(1);
  });
});

describe('what was delivered', () => {
  const delivered = (company: Company, more: object = {}) =>
    api.list(
      null,
      { companyId: company.id, order: 'DELIVERED', ...more },
      'id title deliveredAt author { displayName }',
    );

  it('comes delivered last first, with its date and whom it is thanks to, page by page', async () => {
    const company = await newCompany();
    const challenge = await createChallenge(t, company);
    const one = await idea(company, { title: 'one', challenge });
    const two = await idea(company, { title: 'two' });
    const three = await idea(company, { title: 'three', challenge });
    await idea(company);
    await answer(two.id, 'DELIVERED', 1);
    await answer(one.id, 'DELIVERED', 2);
    await answer(three.id, 'DELIVERED', 3);
    // said again, it does not come first again
    await answer(two.id, 'DELIVERED', 4);
    // no longer delivered
    await answer(three.id, 'IN_PROGRESS', 5);
    const first = await delivered(company, { first: 1 });
    const next = await delivered(company, { first: 1, after: first.pageInfo.endCursor });
    const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
    const author = { displayName: 'Ana' };
    expect(first.nodes).toEqual([{ id: one.id, title: 'one', deliveredAt: at(2), author }]);
    expect(next.nodes).toEqual([{ id: two.id, title: 'two', deliveredAt: at(1), author }]);
    expect([first.totalCount, next.pageInfo.hasNextPage]).toEqual([2, false]);
    t.clock.set(null);
    const titles = async (more: object) => (await delivered(company, more)).nodes.map(({ title }) => title);
    expect(await titles({ challengeId: challenge.id })).toEqual(['one']);
    expect(await titles({ ideaBoxOnly: true })).toEqual(['two']);
  });
});
