import fc from 'fast-check';
import type { Company } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createComment } from './support/comments.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { given, type IdeaPage, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let api: ReturnType<typeof ideasApi>;
let ana: TestUser;
let manager: TestUser;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 1, 12);

beforeAll(async () => {
  t = await startTestApp();
  api = ideasApi(t);
  [ana, manager] = [await createUser(t), await createUser(t)];
}, 60_000);
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

async function newCompany(columns: Partial<Company> = {}): Promise<Company> {
  const company = await createCompany(t, columns);
  await addMember(t, company, manager, Role.MANAGER);
  return company;
}

type Options = Partial<Parameters<typeof createIdea>[1]> & { days?: number };
const idea = (company: Company, title: string, { days = 0, ...options }: Options = {}) =>
  createIdea(t, { company, author: ana, title, publishedAt: new Date(NOW - days * DAY), ...options });

const queue = (company: { id: string }, args: object = {}, user: TestUser | null = manager): Promise<IdeaPage> =>
  api.list(user, { companyId: company.id, ...args }, 'id title', 'ideasToAnswer');
const titles = async (company: { id: string }, args: object = {}) =>
  (await queue(company, args)).nodes.map(({ title }) => title);

async function walk(company: { id: string }, args: object, first: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page = await queue(company, { ...args, first, ...(after && { after }) });
    expect(page.code).toBeNull();
    seen.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return seen;
}

describe('what needs an answer', () => {
  it('is heaviest first: each doubling of its support counts like the company’s own time once more', async () => {
    const company = await newCompany({ answerDays: 10 });
    // in steps and times of waiting: 4 + 0, 0 + 3.5, 2 + 1, 2 + 0.5, 0 + 0
    await idea(company, 'wanted by 15, today', { score: 15 });
    await idea(company, 'wanted by none, 35 days ago', { days: 35 });
    await idea(company, 'wanted by 3, 10 days ago', { score: 3, days: 10 });
    await idea(company, 'wanted by 6, 5 days ago', { score: 6, days: 5 });
    await idea(company, 'disliked, today', { score: -5 });
    const order = [
      'wanted by 15, today',
      'wanted by none, 35 days ago',
      'wanted by 3, 10 days ago',
      'wanted by 6, 5 days ago',
      'disliked, today',
    ];
    expect(await titles(company)).toEqual(order);
    // who promises an answer within four days finds age heavier
    await t.database.query('UPDATE company SET answer_days = 4 WHERE id = $1', [company.id]);
    expect(await titles(company)).toEqual([order[1], order[2], order[0], order[3], order[4]]);
  });

  it('counts a comment as two votes', async () => {
    const company = await newCompany();
    const talked = await idea(company, 'talked about');
    await idea(company, 'liked by one', { score: 1 });
    await idea(company, 'liked by three', { score: 3 });
    const order = ['liked by three', 'talked about', 'liked by one'];
    await createComment(t, { idea: talked, author: ana });
    expect(await titles(company)).toEqual([order[0], order[1], order[2]]);
  });

  it('is what is public and was never answered; by status, what was answered and waits for the next word', async () => {
    const company = await newCompany();
    await idea(company, 'new');
    for (const visibility of ['DRAFT', 'HELD', 'REJECTED', 'WITHDRAWN'] as const)
      await idea(company, visibility, { visibility });
    await idea(company, 'looked at long ago', { status: 'UNDER_REVIEW', days: 30 });
    await idea(company, 'looked at', { status: 'UNDER_REVIEW', days: 3 });
    await idea(company, 'planned', { status: 'PLANNED' });
    await idea(company, 'done', { status: 'DELIVERED' });
    expect(await titles(company)).toEqual(['new']);
    expect(await titles(company, { status: 'UNDER_REVIEW' })).toEqual(['looked at long ago', 'looked at']);
    expect((await queue(company, { status: 'UNDER_REVIEW' })).totalCount).toBe(2);
  });

  it('leaves the queue with its answer', async () => {
    const company = await newCompany();
    const { id } = await idea(company, 'new');
    await given(api.mutate(manager, 'answerIdea', { ideaId: id, version: 1, status: 'PLANNED', body: 'We will.' }));
    expect([await titles(company), await titles(company, { status: 'PLANNED' })]).toEqual([[], ['new']]);
  });

  it('is narrowed by challenge, idea box, language and words', async () => {
    const company = await newCompany();
    const challenge = await createChallenge(t, company);
    await idea(company, 'Warm bread', { challenge });
    await idea(company, 'Pane caldo', { language: 'it', score: 9 });
    await idea(company, 'Late trains', { score: 1 });
    expect(await titles(company, { challengeId: challenge.id })).toEqual(['Warm bread']);
    expect(await titles(company, { ideaBoxOnly: true })).toEqual(['Pane caldo', 'Late trains']);
    expect(await titles(company, { language: 'IT' })).toEqual(['Pane caldo']);
    expect(await titles(company, { text: 'train' })).toEqual(['Late trains']);
    expect(await titles(company, { text: 'bread', language: 'IT' })).toEqual([]);
    expect((await queue(company, { challengeId: challenge.id })).totalCount).toBe(1);
  });

  it('gives every idea exactly once, in the order of its weight, whatever the size of the page', async () => {
    const spec = fc.record({ score: fc.integer({ min: -2, max: 9 }), days: fc.integer({ min: 0, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(spec, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (specs, first) => {
        const company = await newCompany({ answerDays: 7 });
        const made = [];
        for (const { score, days } of specs) {
          const { id } = await idea(company, 'Any', { score, days, language: 'es' });
          made.push({ id, weight: Math.floor(Math.log2(1 + Math.max(score, 0))) * 7 + days });
        }
        const expected = made.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
        expect(await walk(company, {}, first)).toEqual(expected);
        expect(await walk(company, { language: 'ES' }, first)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('is for managers only, and takes no cursor of another list', async () => {
    const company = await newCompany();
    await idea(company, 'one');
    await idea(company, 'two');
    const moderator = await createUser(t);
    await addMember(t, company, moderator, Role.MODERATOR);
    expect((await queue(company, {}, moderator)).code).toBe('FORBIDDEN');
    expect((await queue(company, {}, null)).code).toBe('UNAUTHENTICATED');
    const newest = await api.list(null, { companyId: company.id, order: 'NEWEST', first: 1 });
    expect((await queue(company, { after: newest.pageInfo.endCursor })).fields).toEqual(['after:BAD_CURSOR']);
  });
});
