import type { Company } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { codeOf, fieldsOf, given, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { mailsTo } from './support/mails.js';

let t: TestApp;
let api: ReturnType<typeof ideasApi>;
let company: Company;
let ana: TestUser;
let bea: TestUser;
let manager: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  api = ideasApi(t);
  [ana, bea, manager] = [
    await createUser(t, { displayName: 'Ana [x](https://evil.example)' }),
    await createUser(t, { displayName: 'Bea' }),
    await createUser(t, { displayName: 'Marta' }),
  ];
  company = await createCompany(t, { name: 'Forno' });
  for (const user of [ana, bea]) await addMember(t, company, user);
  await addMember(t, company, manager, Role.MANAGER);
}, 60_000);
afterAll(() => t.close());

const idea = (options: Partial<Parameters<typeof createIdea>[1]> = {}) =>
  createIdea(t, { company, author: ana, ...options });
const read = (...ideas: { id: string }[]) => ideas.map(({ id }) => ({ ideaId: id, version: 1 }));

interface Told {
  answered: { id: string; status: string; answers: { body: string; bodyHtml: string; language: string | null }[] }[];
  refused: { ideaId: string; reason: string }[];
}
const bulk = (ideas: { ideaId: string; version: number }[], more: object = {}, user: TestUser | null = manager) =>
  t.ask<{ told: Told }>(
    `mutation ($input: AnswerIdeasInput!) { told: answerIdeas(input: $input) {
       answered { id status answers { body bodyHtml language } } refused { ideaId reason } } }`,
    {
      input: {
        companyId: company.id,
        ideas,
        status: 'PLANNED',
        body: 'In spring.',
        idempotencyKey: newId(),
        ...more,
      },
    },
    { token: user?.token },
  );
const told = async (asked: ReturnType<typeof bulk>): Promise<Told> => {
  const { data, errors } = await asked;
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.told;
};
const answersOf = async (id: string) => (await given(api.idea(null, id, 'id version answers { body }'))).answers;
const events = (ids: string[]) =>
  t.database.query('SELECT id FROM event WHERE type = $2 AND aggregate_id = ANY ($1)', [ids, 'IdeaAnswered']);

describe('one answer to many ideas', () => {
  it('gives each its status and the reason, and tells every author', async () => {
    const [one, two] = [await idea({ title: 'Rye bread' }), await idea({ title: 'Late buns', author: bea })];
    const { answered, refused } = await told(bulk(read(one, two)));
    expect(refused).toEqual([]);
    expect(answered.map(({ id, status }) => [id, status]).sort()).toEqual(
      [one, two].map(({ id }) => [id, 'PLANNED']).sort(),
    );
    await t.runJobs();
    for (const [user, title] of [
      [ana, 'Rye bread'],
      [bea, 'Late buns'],
    ] as const) {
      const [mail] = mailsTo(t, user.email).slice(-1);
      expect(JSON.stringify(mail)).toContain(title);
    }
    expect(await events([one.id, two.id])).toHaveLength(2);
  });

  it('fills in names, titles and the company’s name as they are written: they can be no link', async () => {
    const one = await idea({ title: 'See www.evil.example' });
    const { answered } = await told(bulk(read(one), { body: 'Dear {name}: “{title}” comes. {company}, {other}' }));
    const { bodyHtml } = answered[0]!.answers[0]!;
    expect(bodyHtml).not.toContain('<a ');
    expect(bodyHtml).toContain('Dear Ana [x](https://evil.example): “See www.evil.example” comes. Forno, {other}');
  });

  it('knows what the reason is written in, whatever the titles in it, for those who hear pages read', async () => {
    const one = await idea({ title: 'Il pane della nonna' });
    const body = 'Dear {name}, we shall try “{title}” in the shops of the old town before the summer.';
    const { answered } = await told(bulk(read(one), { body }));
    expect(answered[0]!.answers[0]!.language).toBe('EN');
  });

  it('commits what it can, and tells of each other why not', async () => {
    const fine = await idea();
    const changed = await idea();
    await t.database.query('UPDATE idea SET version = 2 WHERE id = $1', [changed.id]);
    const [draft, held] = [await idea({ visibility: 'DRAFT' }), await idea({ visibility: 'HELD' })];
    const elsewhere = await createIdea(t, { company: await createCompany(t), author: ana });
    const unknown = { id: newId() };
    const { answered, refused } = await told(bulk(read(fine, changed, draft, held, elsewhere, unknown)));
    expect(answered.map(({ id }) => id)).toEqual([fine.id]);
    expect(refused).toEqual([
      { ideaId: changed.id, reason: 'CHANGED' },
      { ideaId: draft.id, reason: 'UNKNOWN' },
      { ideaId: held.id, reason: 'NOT_PUBLIC' },
      { ideaId: elsewhere.id, reason: 'UNKNOWN' },
      { ideaId: unknown.id, reason: 'UNKNOWN' },
    ]);
    for (const { id } of [changed, draft, held, elsewhere])
      expect(await t.database.query('SELECT id FROM answer WHERE idea_id = $1', [id])).toEqual([]);
  });

  it('answers once however often it is sent, at once or again', async () => {
    const ideas = [await idea(), await idea(), await idea()];
    const idempotencyKey = newId();
    const send = () => told(bulk(read(...ideas), { idempotencyKey }));
    const all = [...(await Promise.all([send(), send(), send()])), await send()];
    for (const { answered, refused } of all) expect([answered.length, refused]).toEqual([3, []]);
    for (const { id } of ideas) expect(await answersOf(id)).toEqual([{ body: 'In spring.' }]);
    expect(await events(ideas.map(({ id }) => id))).toHaveLength(3);
  });

  it('of two different ones at once each idea gets one, and the other is told that it changed', async () => {
    const ideas = [await idea(), await idea(), await idea()];
    const both = await Promise.all([
      told(bulk(read(...ideas), { body: 'One.' })),
      told(bulk(read(...[...ideas].reverse()), { body: 'Two.' })),
    ]);
    expect(both.flatMap(({ answered }) => answered)).toHaveLength(3);
    expect(both.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual(Array(3).fill('CHANGED'));
    for (const { id } of ideas) expect(await answersOf(id)).toHaveLength(1);
  });

  it('meets a single answer and votes at the same time without a word lost', async () => {
    const ideas = [await idea({ author: bea }), await idea({ author: bea })];
    const [many, one] = await Promise.all([
      told(bulk(read(...ideas))),
      api.mutate(manager, 'answerIdea', { ideaId: ideas[1]!.id, version: 1, status: 'DECLINED', body: 'No.' }),
      ...ideas.map(({ id }) =>
        t.ask('mutation ($id: ID!) { vote(input: { ideaId: $id, value: UP }) { id } }', { id }, { token: ana.token }),
      ),
    ]);
    expect(many.answered.length + (one.errors ? 0 : 1)).toBe(2);
    for (const { id } of ideas) expect(await answersOf(id)).toHaveLength(1);
    const tallies = await t.database.query('SELECT up_count, answered FROM idea_tally WHERE idea_id = ANY ($1)', [
      ideas.map(({ id }) => id),
    ]);
    expect(tallies).toEqual(Array(2).fill({ up_count: 1, answered: true }));
  });

  it('needs a public reason, whatever the status, and at most a hundred ideas, each once', async () => {
    const one = await idea();
    expect(fieldsOf(await bulk(read(one), { status: 'DECLINED', body: '  ' }))).toEqual(['body:EMPTY']);
    expect(fieldsOf(await bulk([]))).toEqual(['ideas:ARRAY_MIN_SIZE']);
    expect(fieldsOf(await bulk(read(one, one)))).toEqual(['ideas:ARRAY_UNIQUE']);
    const many = Array.from({ length: 101 }, () => ({ id: newId() }));
    expect(fieldsOf(await bulk(read(...many)))).toEqual(['ideas:ARRAY_MAX_SIZE']);
    expect(
      fieldsOf(await api.mutate(manager, 'answerIdea', { ideaId: one.id, version: 1, status: 'DECLINED', body: '' })),
    ).toEqual(['body:EMPTY']);
    expect(await answersOf(one.id)).toEqual([]);
  });

  it('is for managers only', async () => {
    const one = await idea();
    const stranger = await createUser(t);
    await createCompany(t, { owner: stranger });
    for (const user of [ana, stranger]) expect(codeOf(await bulk(read(one), {}, user))).toBe('FORBIDDEN');
    expect(await answersOf(one.id)).toEqual([]);
  });
});
