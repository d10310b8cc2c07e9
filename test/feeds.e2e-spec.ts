import { type Company, CompanyVisibility } from '../src/features/companies/company.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let ana: TestUser;
let company: Company;
let hidden: Company;
beforeAll(async () => {
  t = await startTestApp({ PUBLIC_URL: 'https://ideas.example' });
  ana = await createUser(t);
  company = await createCompany(t, { slug: 'norte', owner: ana });
  hidden = await createCompany(t, { slug: 'secret', visibility: CompanyVisibility.PRIVATE, owner: ana });
}, 60_000);
afterAll(() => t.close());

const get = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers });

describe('feeds', () => {
  it('tell of new ideas and of answers, newest first', async () => {
    const answering = await createCompany(t, { slug: 'answers', name: 'Sur & Co', owner: ana });
    const challenge = await createChallenge(t, answering, { slug: 'rail', title: 'Rail' });
    const day = (n: number) => new Date(Date.UTC(2026, 0, n));
    const old = await createIdea(t, { company: answering, author: ana, title: 'Old <one>', publishedAt: day(1) });
    const recent = await createIdea(t, {
      company: answering,
      challenge,
      author: ana,
      title: 'New',
      body: '[a](javascript:alert(1)) ![x](/files/abc/original/a.png) <script>1</script>',
      publishedAt: day(2),
    });
    await t.database.query(`UPDATE idea SET answered_at = $2 WHERE id = $1`, [old.id, day(3)]);
    await t.database.query(
      `INSERT INTO answer (id, company_id, idea_id, author_id, status, body, pinned, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'PLANNED', 'We *will*.', true, $4)`,
      [answering.id, old.id, ana.id, day(3)],
    );
    await createIdea(t, { company: answering, author: ana, title: 'Not yet', visibility: 'HELD' });

    const { statusCode, headers, body } = await get('/answers/feed.atom');
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const titles = [...body.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
    expect(titles).toEqual(['Sur &amp; Co', 'Planned: Old &lt;one&gt;', 'New', 'Old &lt;one&gt;']);
    expect(body).toContain(`<id>urn:uuid:${recent.id}</id>`);
    expect(body).toContain(`<updated>${day(3).toISOString()}</updated>`);
    expect(body).toContain('src=&quot;https://ideas.example/files/abc/original/a.png&quot;');
    expect(body).not.toMatch(/javascript:|script&gt;/);
    const ofChallenge = (await get('/answers/c/rail/feed.atom')).body;
    expect([...ofChallenge.matchAll(/<entry/g)]).toHaveLength(1);
    expect(ofChallenge).toContain('<title>Rail</title>');
  });

  it('are sent once to who keeps them', async () => {
    const { headers } = await get('/norte/feed.atom');
    expect(headers['cache-control']).toBe('public, max-age=300');
    const again = await get('/norte/feed.atom', { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('/norte/feed.atom', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('forget what was withdrawn, whatever their reader knows already', async () => {
    const forgetful = await createCompany(t, { slug: 'forgets', owner: ana });
    await createIdea(t, { company: forgetful, author: ana, title: 'Older', publishedAt: new Date('2026-01-01') });
    const { id } = await createIdea(t, { company: forgetful, author: ana, title: 'Newest' });
    const { headers } = await get('/forgets/feed.atom');
    await t.database.query(`UPDATE idea SET visibility = 'WITHDRAWN' WHERE id = $1`, [id]);
    const now = new Date().toUTCString();
    const known: Record<string, string>[] = [{ 'if-none-match': String(headers.etag) }, { 'if-modified-since': now }];
    for (const condition of known) {
      const { statusCode, body } = await get('/forgets/feed.atom', condition);
      expect([statusCode, body.includes('Older'), body.includes('Newest')]).toEqual([200, true, false]);
    }
  });

  it('are there for what is public alone', async () => {
    await createChallenge(t, company, { slug: 'draft', publishAt: null });
    await createChallenge(t, hidden, { slug: 'inside' });
    for (const url of [
      '/secret/feed.atom',
      '/none/feed.atom',
      '/norte/c/draft/feed.atom',
      '/secret/c/inside/feed.atom',
      '/norte%00/feed.atom',
      '/norte/c/%00/feed.atom',
    ])
      expect((await get(url)).statusCode).toBe(404);
  });
});
