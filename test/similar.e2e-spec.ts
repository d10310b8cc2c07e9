import { CompanyVisibility, type Company } from '../src/features/companies/company.entity.js';
import { verifyAll } from '../src/cli/verify.js';
import { IdeaIndexService } from '../src/features/search/idea-index.service.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { given, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let api: ReturnType<typeof ideasApi>;
let ana: TestUser;
let moderator: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  api = ideasApi(t);
  [ana, moderator] = [await createUser(t), await createUser(t)];
}, 60_000);
afterAll(() => t.close());

async function companyOf(columns: Partial<Company> = {}): Promise<Company> {
  const company = await createCompany(t, { languages: ['es', 'it', 'en'] as Company['languages'], ...columns });
  await addMember(t, company, ana, Role.CUSTOMER, { trustLevel: 2 });
  await addMember(t, company, moderator, Role.MODERATOR);
  return company;
}

const QUERY = `query ($companyId: ID!, $challengeId: ID, $title: String!, $body: String, $language: Locale, $first: Int) {
  similarIdeas(companyId: $companyId, challengeId: $challengeId, title: $title, body: $body, language: $language, first: $first) { id title } }`;

/** Titles of what is found. */
async function similar(user: TestUser | null, company: Company, title: string, more: object = {}): Promise<string[]> {
  const variables = { companyId: company.id, title, body: '', first: 5, ...more };
  const { data, errors } = await t.ask<{ similarIdeas: { title: string }[] }>(QUERY, variables, { token: user?.token });
  if (errors) throw new Error(errors[0]!.extensions.code);
  return data!.similarIdeas.map((idea) => idea.title);
}

/** Others of the same company and language, so that words have a weight. */
const OTHERS = {
  es: [
    'Menos ruido por la noche',
    'Bancos con respaldo en el parque',
    'Una fuente de agua fresca',
    'Carril bici por la orilla',
  ],
  it: [
    'Pane caldo la domenica',
    'Una panchina davanti al forno',
    'Meno plastica nei sacchetti',
    'Biglietti per il treno',
  ],
  en: ['Ginger tea on board', 'Quieter gates at night', 'A pocket for small coins', 'Let rain go into the ground'],
};

async function fill(company: Company, language: keyof typeof OTHERS): Promise<void> {
  for (const title of OTHERS[language]) await createIdea(t, { company, author: ana, title, language, body: '…' });
}

describe('what is similar', () => {
  it.each([
    ['es', 'Un tren nocturno más silencioso', 'El silencio en los trenes nocturnos'],
    ['it', 'Una biblioteca aperta la sera', 'Biblioteche aperte di sera'],
    ['en', 'Wheelchair ramps down to the river', 'A ramp to the river for wheelchairs'],
  ] as const)('is found in %s, whatever the form of the words', async (language, title, written) => {
    const company = await companyOf({ defaultLanguage: language as Company['defaultLanguage'] });
    await fill(company, language);
    await createIdea(t, { company, author: ana, title, language, body: '…' });
    expect(await similar(null, company, written)).toEqual([title]);
  });

  it('does not depend on accents, nor on single wrong letters, nor on the last word being complete', async () => {
    const company = await companyOf({ defaultLanguage: 'es' as Company['defaultLanguage'] });
    await fill(company, 'es');
    const title = 'Máquinas de café en la estación';
    await createIdea(t, { company, author: ana, title, language: 'es', body: '…' });
    for (const written of [
      'maquinas de cafe',
      'Macuinas de cafe',
      'Más máqiunas',
      'Cafe en la estacoin',
      'En la estac',
      'MAQUINA',
    ])
      expect([written, await similar(null, company, written)]).toEqual([written, [title]]);
  });

  it('is looked for in the text as well, in the language that is chosen or found', async () => {
    const company = await companyOf();
    for (const language of ['es', 'it', 'en'] as const) await fill(company, language);
    await createIdea(t, { company, author: ana, title: 'Torta de manzana', language: 'es', body: 'Con canela.' });
    const body = 'Me gustaría que la torta de manzana llevara también un poco de canela, como la que hacía mi madre.';
    expect(await similar(null, company, 'El postre de mi madre', { body })).toEqual(['Torta de manzana']);
    expect(await similar(null, company, 'Torta manzana', { language: 'ES' })).toEqual(['Torta de manzana']);
    expect(await similar(null, company, 'Torta manzana', { language: 'IT' })).toEqual([]);
  });

  it('comes with the best first, and of equal ones those of the same challenge', async () => {
    const company = await companyOf();
    await fill(company, 'en');
    const challenge = await createChallenge(t, company);
    await createIdea(t, { company, author: ana, title: 'Bread until noon', body: '…' });
    await createIdea(t, { company, author: ana, title: 'Warm bread until noon', body: '…', challenge });
    await createIdea(t, { company, author: ana, title: 'Warm bread, until noon', body: '…' });
    expect(await similar(null, company, 'Warm bread until noon', { challengeId: challenge.id })).toEqual([
      'Warm bread until noon',
      'Warm bread, until noon',
      'Bread until noon',
    ]);
    expect(await similar(null, company, 'Warm bread until noon', { first: 1 })).toHaveLength(1);
  });

  it('is nothing where only a word of many is shared, and for signs alone', async () => {
    const company = await companyOf();
    await fill(company, 'en');
    expect(await similar(null, company, 'Please repaint every small door of the harbour office in yellow')).toEqual([]);
    for (const written of ['', '???', '…', '1']) expect(await similar(null, company, written)).toEqual([]);
  });
});

describe('who sees it', () => {
  it('only published ideas are shown, to whoever may see the company', async () => {
    const hidden = await companyOf({ visibility: CompanyVisibility.PRIVATE });
    const open = await companyOf();
    for (const company of [hidden, open])
      await createIdea(t, { company, author: ana, title: 'Violet umbrellas', body: '…' });
    for (const visibility of ['DRAFT', 'HELD', 'REJECTED', 'WITHDRAWN'] as const) {
      const idea = await createIdea(t, { company: open, author: ana, title: `Umbrellas ${visibility}`, visibility });
      await t.database.query('SELECT index_ideas(ARRAY[$1::uuid])', [idea.id]);
    }
    for (const user of [null, ana, moderator])
      expect(await similar(user, open, 'umbrellas')).toEqual(['Violet umbrellas']);
    expect(await similar(ana, hidden, 'umbrellas')).toEqual(['Violet umbrellas']);
    await expect(similar(null, hidden, 'umbrellas')).rejects.toThrow('NOT_FOUND');
    await expect(similar(await createUser(t), hidden, 'umbrellas')).rejects.toThrow('NOT_FOUND');
  });

  it('an idea taken away is gone at once, before its event has been handled', async () => {
    const company = await companyOf();
    const idea = await createIdea(t, { company, author: ana, title: 'Violet umbrellas', body: '…' });
    await given(api.mutate(ana, 'withdrawIdea', { ideaId: idea.id, version: 1 }));
    expect(await similar(null, company, 'umbrellas')).toEqual([]);
  });

  it('who asks without end is told to wait', async () => {
    const company = await companyOf();
    const user = await createUser(t);
    const asked = await Promise.allSettled(Array.from({ length: 125 }, () => similar(user, company, 'umbrellas')));
    const refused = asked.filter((one) => one.status === 'rejected').map(({ reason }) => String(reason));
    expect(refused).toEqual(Array<string>(5).fill('Error: RATE_LIMITED'));
  });
});

describe('the index', () => {
  const submit = (company: Company, input: object) =>
    given(api.mutate(ana, 'submitIdea', { companyId: company.id, body: 'For late risers.', language: 'EN', ...input }));

  it('follows the ideas: published, edited, in another language, withdrawn', async () => {
    const company = await companyOf();
    const { id, version } = await submit(company, { title: 'Bread until noon' });
    await t.runJobs();
    expect(await similar(null, company, 'bread at noon')).toEqual(['Bread until noon']);
    const edited = await given(api.mutate(ana, 'editIdea', { ideaId: id, version, title: 'Cakes until midnight' }));
    await t.runJobs();
    expect(await similar(null, company, 'bread at noon')).toEqual([]);
    expect(await similar(null, company, 'midnight cake')).toEqual(['Cakes until midnight']);
    const spanish = { ideaId: id, version: edited.version, title: 'Pasteles de medianoche', language: 'ES' };
    await given(api.mutate(ana, 'editIdea', spanish));
    await t.runJobs();
    expect(await similar(null, company, 'pastel', { language: 'ES' })).toEqual(['Pasteles de medianoche']);
    expect(await verifyAll(t.app)).toEqual([]);
    await given(api.mutate(ana, 'withdrawIdea', { ideaId: id, version: edited.version + 1 }));
    await t.runJobs();
    expect(await t.database.query('SELECT FROM idea_term WHERE idea_id = $1', [id])).toEqual([]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('counts each idea once, however often and by how many at once it is indexed', async () => {
    const company = await companyOf();
    const ideas: { id: string }[] = [];
    for (const title of ['Blue doors', 'Blue windows', 'Green doors']) ideas.push(await submit(company, { title }));
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        t.database.query('SELECT index_ideas($1::uuid[])', [n % 2 ? ideas.map(({ id }) => id) : [ideas[n % 3]!.id]]),
      ),
    );
    await t.runJobs();
    const [row] = await t.database.query(
      `SELECT idea_count AS count FROM search_term WHERE company_id = $1 AND language = 'en' AND term = 'blue'`,
      [company.id],
    );
    expect(row).toEqual({ count: 2 });
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('can be made anew, and verify tells what is wrong with it before', async () => {
    const company = await companyOf();
    const { id } = await submit(company, { title: 'Bread until noon' });
    await t.runJobs();
    await t.database.query('DELETE FROM indexed_idea WHERE idea_id = $1', [id]);
    await t.database.query('DELETE FROM idea_term WHERE company_id = $1', [company.id]);
    await t.database.query('DELETE FROM search_term WHERE company_id = $1', [company.id]);
    expect(await verifyAll(t.app)).toContainEqual(expect.objectContaining({ id, column: 'terms' }));
    await t.app.get(IdeaIndexService).rebuild();
    expect(await verifyAll(t.app)).toEqual([]);
    expect(await similar(null, company, 'bread at noon')).toEqual(['Bread until noon']);
  });
});
