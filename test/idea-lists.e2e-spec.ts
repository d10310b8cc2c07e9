import fc from 'fast-check';
import type { Company } from '../src/features/companies/company.entity.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { type IdeaNode, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let api: ReturnType<typeof ideasApi>;
let company: Company;
let [ana, bea, moderator] = [] as unknown as [TestUser, TestUser, TestUser];
const ORDERS = ['TOP', 'TRENDING', 'NEWEST', 'RANDOM', 'UNANSWERED'] as const;
const DAY = 86_400_000;
const titles = (nodes: IdeaNode[]) => nodes.map(({ title }) => title);
const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id);

beforeAll(async () => {
  t = await startTestApp();
  api = ideasApi(t);
  [ana, bea, moderator] = [await createUser(t), await createUser(t), await createUser(t)];
  company = await newCompany();
}, 60_000);
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

async function newCompany(columns: Partial<Company> = {}): Promise<Company> {
  const created = await createCompany(t, columns);
  await addMember(t, created, ana);
  await addMember(t, created, moderator, Role.MODERATOR);
  return created;
}

/** All ideas of a list, page by page. */
async function walk(user: TestUser | null, args: Record<string, unknown>, first: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page = await api.list(user, { ...args, first, ...(after && { after }) });
    expect(page.code).toBeNull();
    expect(page.nodes.length).toBeLessThanOrEqual(first);
    seen.push(...ids(page.nodes));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return seen;
}

describe('the order of a list', () => {
  it('is by votes, by what is trending, by date, or by votes of what has no answer', async () => {
    const place = await newCompany();
    const at = (days: number) => new Date(Date.now() - days * DAY);
    const idea = (title: string, score: number, days: number, status: 'OPEN' | 'PLANNED' = 'OPEN') =>
      createIdea(t, { company: place, author: ana, title, score, status, publishedAt: at(days) });
    await idea('old and loved', 100, 60);
    await idea('answered', 50, 2, 'PLANNED');
    await idea('fresh and liked', 20, 1);
    await idea('newest', 0, 0);
    const order = async (name: string) =>
      titles((await api.list(null, { companyId: place.id, order: name }, 'id title')).nodes);
    expect(await order('TOP')).toEqual(['old and loved', 'answered', 'fresh and liked', 'newest']);
    expect(await order('TRENDING')).toEqual(['answered', 'fresh and liked', 'newest', 'old and loved']);
    expect(await order('NEWEST')).toEqual(['newest', 'fresh and liked', 'answered', 'old and loved']);
    expect(await order('UNANSWERED')).toEqual(['old and loved', 'fresh and liked', 'newest']);
    expect((await order('RANDOM')).sort()).toEqual(['answered', 'fresh and liked', 'newest', 'old and loved']);
  });

  it('that is random is the same for a viewer all day, another for others and tomorrow', async () => {
    const place = await newCompany();
    for (let n = 0; n < 12; n++) await createIdea(t, { company: place, author: ana });
    const shuffled = (user: TestUser | null) => walk(user, { companyId: place.id, order: 'RANDOM' }, 5);
    t.clock.set(new Date('2026-03-01T00:00:00Z'));
    const [first, other] = [await shuffled(null), await shuffled(bea)];
    t.clock.set(new Date('2026-03-01T23:59:59.999Z'));
    expect(await shuffled(null)).toEqual(first);
    expect(other).not.toEqual(first);
    const begun = await api.list(null, { companyId: place.id, order: 'RANDOM', first: 5 });
    t.clock.set(new Date('2026-03-02T00:00:00Z'));
    expect(await shuffled(null)).not.toEqual(first);
    const next = await api.list(null, {
      companyId: place.id,
      order: 'RANDOM',
      first: 100,
      after: begun.pageInfo.endCursor,
    });
    expect([...ids(begun.nodes), ...ids(next.nodes)]).toEqual(first);
  });

  it('gives every idea exactly once, whatever the scores, the size of the page and the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            score: fc.integer({ min: -2, max: 2 }),
            hours: fc.integer({ min: 0, max: 3 }),
            box: fc.boolean(),
          }),
          { maxLength: 14 },
        ),
        fc.integer({ min: 1, max: 6 }),
        async (specs, first) => {
          const place = await newCompany();
          const challenge = await createChallenge(t, place);
          const made = [];
          for (const { score, hours, box } of specs) {
            const publishedAt = new Date(Date.UTC(2026, 0, 1, hours));
            made.push({
              ...(await createIdea(t, {
                company: place,
                challenge: box ? null : challenge,
                author: ana,
                score,
                publishedAt,
              })),
              box,
            });
          }
          for (const order of ORDERS) {
            const all = await walk(ana, { companyId: place.id, order }, first);
            expect([...all].sort()).toEqual(ids(made).sort());
            expect(all).toEqual(ids((await api.list(ana, { companyId: place.id, order, first: 100 })).nodes));
            const inBox = await walk(null, { companyId: place.id, ideaBoxOnly: true, order }, first);
            expect(inBox.sort()).toEqual(ids(made.filter(({ box }) => box)).sort());
            const inChallenge = await walk(null, { companyId: place.id, challengeId: challenge.id, order }, first);
            expect(inChallenge.sort()).toEqual(ids(made.filter(({ box }) => !box)).sort());
          }
        },
      ),
      { numRuns: 4 },
    );
  }, 120_000);
});

describe('a list', () => {
  it('has what is published and nothing else, and its count', async () => {
    const place = await newCompany();
    const shown = await createIdea(t, { company: place, author: ana });
    for (const visibility of ['DRAFT', 'HELD', 'REJECTED', 'WITHDRAWN'] as const)
      await createIdea(t, { company: place, author: ana, visibility });
    for (const order of ORDERS) {
      const page = await api.list(ana, { companyId: place.id, order });
      expect([ids(page.nodes), page.totalCount]).toEqual([[shown.id], 1]);
    }
    expect(
      (await api.list(ana, { companyId: place.id, visibility: ['DRAFT', 'HELD'] }, 'id visibility', 'myIdeas')).nodes,
    ).toMatchObject([{ visibility: 'HELD' }, { visibility: 'DRAFT' }]);
    expect(await walk(ana, { companyId: place.id, first: 1 }, 1)).toEqual([shown.id]);
  });

  it('is filtered by tag, status, author, language and words in any form, in three languages, without accents', async () => {
    const place = await newCompany();
    const idea = (title: string, more: Partial<Parameters<typeof createIdea>[1]> = {}) =>
      createIdea(t, { company: place, author: ana, title, ...more });
    await idea('Panes calientes en la estación', { language: 'es', tags: ['pan casero'] });
    await idea('Più tavoli all’aperto', { language: 'it', author: bea, status: 'PLANNED' });
    await idea('Baking earlier for workers', { language: 'en', body: 'Open at seven, the station is full of people.' });
    await idea('Wi-Fi', { language: null, tags: ['città'], status: 'DECLINED' });
    const found = async (filter: object, order = 'TOP') =>
      titles((await api.list(null, { companyId: place.id, order, filter }, 'id title')).nodes).sort();
    for (const order of ORDERS.slice(0, 4)) {
      expect(await found({ tag: '#Pan casero ' }, order)).toEqual(['Panes calientes en la estación']);
      expect(await found({ status: ['PLANNED', 'DECLINED'] }, order)).toEqual(['Più tavoli all’aperto', 'Wi-Fi']);
      expect(await found({ authorId: bea.id }, order)).toEqual(['Più tavoli all’aperto']);
      expect(await found({ language: 'EN' }, order)).toEqual(['Baking earlier for workers']);
      expect(await found({ text: 'panes' }, order)).toEqual(['Panes calientes en la estación']);
      expect(await found({ text: 'PAN' }, order)).toEqual(['Panes calientes en la estación']);
      expect(await found({ text: 'estacion' }, order)).toEqual(['Panes calientes en la estación']);
      expect(await found({ text: 'piu tavolo' }, order)).toEqual(['Più tavoli all’aperto']);
      expect(await found({ text: 'baked worker' }, order)).toEqual(['Baking earlier for workers']);
      expect(await found({ text: 'wi-fi' }, order)).toEqual(['Wi-Fi']);
      expect(await found({ text: 'citta' }, order)).toEqual(['Wi-Fi']);
      expect(await found({ text: `"!'&|<->:*` }, order)).toEqual([]);
      expect(await found({ text: 'panes', language: 'IT' }, order)).toEqual([]);
    }
    const page = await api.list(null, { companyId: place.id, order: 'TOP', filter: { text: 'station' } }, 'id title');
    expect([titles(page.nodes), page.totalCount]).toEqual([['Baking earlier for workers'], 1]);
    expect(await found({ status: ['PLANNED'] }, 'UNANSWERED')).toEqual([]);
  });

  it('by votes is shuffled while the phase of its challenge hides the counts; moderators see the order', async () => {
    const place = await newCompany();
    const challenge = await createChallenge(t, place, { phases: [{ countsVisible: false }] });
    for (let score = 0; score < 8; score++)
      await createIdea(t, { company: place, challenge, author: ana, score, title: String(score) });
    const top = { companyId: place.id, challengeId: challenge.id, order: 'TOP' };
    const random = await walk(bea, { ...top, order: 'RANDOM' }, 3);
    for (const order of ['TOP', 'TRENDING', 'UNANSWERED'])
      expect(await walk(bea, { ...top, order }, 3)).toEqual(random);
    const byVotes = titles((await api.list(moderator, top, 'id title')).nodes);
    expect(byVotes).toEqual(['7', '6', '5', '4', '3', '2', '1', '0']);
    const box = await createIdea(t, { company: place, author: ana });
    expect(ids((await api.list(bea, { companyId: place.id, order: 'TOP' })).nodes)).toEqual([box.id]);
    expect(
      (await api.list(bea, { companyId: place.id, order: 'NEWEST' }, 'id score')).nodes.filter(
        ({ score }) => score === null,
      ),
    ).toHaveLength(8);
    t.clock.set(challenge.phases[0]!.endsAt);
    expect(titles((await api.list(bea, top, 'id title')).nodes)).toEqual(byVotes);
  });

  it('is for who may see its company and challenge', async () => {
    const hidden = await newCompany({ visibility: CompanyVisibility.PRIVATE });
    const draft = await createChallenge(t, company, { publishAt: null });
    const elsewhere = await createChallenge(t, hidden);
    const code = async (user: TestUser | null, args: object) =>
      (await api.list(user, { companyId: company.id, ...args })).code;
    expect(await code(ana, { companyId: hidden.id })).toBeNull();
    for (const user of [bea, null]) expect(await code(user, { companyId: hidden.id })).toBe('NOT_FOUND');
    for (const id of [draft.id, elsewhere.id, newId()]) expect(await code(ana, { challengeId: id })).toBe('NOT_FOUND');
    expect(await code(null, { companyId: newId() })).toBe('NOT_FOUND');
  });

  it('refuses what is no cursor of its own, and what is out of bounds', async () => {
    for (let n = 0; n < 3; n++) await createIdea(t, { company, author: ana });
    const { pageInfo } = await api.list(null, { companyId: company.id, order: 'TOP', first: 1 });
    const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
    const wrong = [
      'x',
      forged([]),
      forged(['TOP', 'a', newId(), null]),
      forged(['TOP', '1', 'b', null]),
      forged(['RANDOM', '9'.repeat(19), newId(), '1']),
    ];
    for (const after of wrong)
      expect((await api.list(null, { companyId: company.id, after })).fields).toEqual(['after:BAD_CURSOR']);
    const other = await api.list(null, { companyId: company.id, order: 'NEWEST', after: pageInfo.endCursor });
    expect(other.fields).toEqual(['after:BAD_CURSOR']);
    for (const first of [0, 101, -1])
      expect((await api.list(null, { companyId: company.id, first })).code).toBe('VALIDATION_FAILED');
    expect((await api.list(null, { companyId: company.id, filter: { text: 'x'.repeat(201) } })).fields).toEqual([
      'filter.text:MAX_LENGTH',
    ]);
  });
});
