import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Company, CompanyVisibility } from '../src/features/companies/company.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';

const EVIL = `</script><script>alert(1)</script>"'&\u2028`;
const route = (name: string) => [`src/app/routes/${name}.tsx?tsr-split=component`, { file: 'assets/x.js' }];
const ROUTES = [
  'index',
  '$slug/index',
  '$slug/ideas',
  '$slug/members',
  '$slug/new',
  'companies.new',
  '$slug/c.$challengeSlug.new',
  '$slug/c.$challengeSlug.index',
  'i.$ideaId',
  'me',
];

let t: TestApp;
let dist: string;
let ana: TestUser;
let company: Company;
let hidden: Company;
beforeAll(async () => {
  dist = mkdtempSync(path.join(os.tmpdir(), 'cocrea-web-'));
  mkdirSync(path.join(dist, '.vite'));
  writeFileSync(path.join(dist, '.vite/manifest.json'), JSON.stringify(Object.fromEntries(ROUTES.map(route))));
  writeFileSync(
    path.join(dist, 'index.html'),
    '<html lang="en"><head><!--app-head--></head><body><!--app-shell--><i nonce="__CSP_NONCE__"></i></body></html>',
  );
  t = await startTestApp({ WEB_DIR: dist, PUBLIC_URL: 'https://ideas.example' });
  ana = await createUser(t, { displayName: 'Ana <b>' });
  company = await createCompany(t, { slug: 'norte', name: `Norte ${EVIL}`, description: 'Trains.', owner: ana });
  hidden = await createCompany(t, { slug: 'secret', visibility: CompanyVisibility.PRIVATE, owner: ana });
}, 60_000);
afterAll(async () => {
  await t.close();
  rmSync(dist, { recursive: true });
});
afterEach(() => t.clock.set(null));

const get = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers });
const contentOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(html)?.[1];
const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Record<string, unknown>;

describe('the head of a page', () => {
  it('says of an idea who wrote what and when, and what others made of it', async () => {
    const challenge = await createChallenge(t, company, { slug: 'nights', title: 'Nights' });
    const { id } = await createIdea(t, {
      company,
      challenge,
      author: ana,
      title: 'Curtains',
      body: '**Real** ones',
      score: 7,
    });
    const { statusCode, body } = await get(`/i/${id.toUpperCase()}?utm=1`);
    expect(statusCode).toBe(200);
    expect(body).toContain('<title>Curtains — Cocrea</title>');
    expect(body).toContain(`<link rel="canonical" href="https://ideas.example/i/${id}">`);
    expect(contentOf(body, 'description')).toBe('Real ones');
    expect(contentOf(body, 'og:type')).toBe('article');
    expect(contentOf(body, 'og:image')).toBe('https://ideas.example/og.png');
    expect(body).toContain('type="application/atom+xml"');
    expect(body).toMatch(/<h1>Curtains<\/h1>.*<strong>Real<\/strong> ones/s);
    expect(dataOf(body)).toMatchObject({
      '@type': 'DiscussionForumPosting',
      headline: 'Curtains',
      text: 'Real ones',
      author: { '@type': 'Person', name: 'Ana <b>', url: `https://ideas.example/u/${ana.id}` },
      commentCount: 0,
      isPartOf: 'https://ideas.example/norte/c/nights',
      interactionStatistic: [
        { interactionType: 'https://schema.org/LikeAction', userInteractionCount: 7 },
        { interactionType: 'https://schema.org/CommentAction', userInteractionCount: 0 },
      ],
    });
  });

  it('keeps counts to itself as long as the phase hides them', async () => {
    const challenge = await createChallenge(t, company, { phases: [{ countsVisible: false }] });
    const { id } = await createIdea(t, { company, challenge, author: ana, score: 4321 });
    expect((await get(`/i/${id}`)).body).not.toContain('4321');
    t.clock.set(challenge.phases[0]!.endsAt);
    expect((await get(`/i/${id}`)).body).toContain('4321');
  });

  it('names nobody who has left', async () => {
    const gone = await createUser(t, { displayName: 'Gone Girl' });
    const { id } = await createIdea(t, { company, author: gone });
    await t.database.query(`UPDATE "user" SET erased_at = now() WHERE id = $1`, [gone.id]);
    expect((await get(`/i/${id}`)).body).not.toContain('Gone Girl');
  });

  it('lets nothing that people wrote out of its place', async () => {
    const challenge = await createChallenge(t, company, { slug: 'evil', title: EVIL, summary: '__CSP_NONCE__ $& $1' });
    const { id } = await createIdea(t, { company, challenge, author: ana, title: EVIL, body: EVIL });
    for (const url of ['/norte', '/norte/ideas', '/norte/c/evil', `/i/${id}`]) {
      const { body, headers } = await get(url);
      expect(body).not.toMatch(/<script>|<\/script>[^<]*<script>|\u2028","url/);
      const nonce = /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))![1]!;
      expect(body.match(new RegExp(`nonce="${nonce}"`, 'g'))).toHaveLength(2);
      expect(body.split(nonce)).toHaveLength(3);
    }
    expect((await get('/norte/c/evil')).body).toContain('__CSP_NONCE__ $&#38; $1');
    expect(dataOf((await get(`/i/${id}`)).body).headline).toBe(EVIL);
  });

  it.each([
    ['en', 'Ideas for'],
    ['es', 'Ideas para'],
    ['it', 'Idee per'],
  ])('names the list of ideas in %s as the page does', async (language, title) => {
    expect((await get('/norte/ideas', { 'accept-language': language })).body).toContain(`<title>${title} Norte`);
  });

  it('is the same for what is private and for what is not there, whoever asks', async () => {
    const draft = await createChallenge(t, company, { slug: 'draft', publishAt: null });
    await createChallenge(t, hidden, { slug: 'inside' });
    const { id: secret } = await createIdea(t, { company: hidden, author: ana });
    const unpublished = await Promise.all(
      (['DRAFT', 'HELD', 'REJECTED', 'WITHDRAWN'] as const).map((visibility) =>
        createIdea(t, { company, author: ana, visibility }),
      ),
    );
    const plain = (html: string) => html.replace(/nonce="[^"]*"/g, '');
    const missing = plain((await get('/nowhere')).body);
    expect(missing).toContain('<meta name="robots" content="noindex">');
    expect(missing).not.toMatch(/canonical|og:|ld\+json|id="shell"/);
    const urls = ['/secret', '/secret/ideas', '/secret/c/inside', `/norte/c/${draft.slug}`, '/norte/c/none', '/i/none'];
    urls.push('/norte%00', '/norte%00/ideas', '/norte/c/%00', '/i/%00');
    for (const url of [...urls, `/i/${secret}`, ...unpublished.map(({ id }) => `/i/${id}`)]) {
      const { statusCode, body } = await get(url, { cookie: 'refresh=x; lang=en' });
      expect([url, statusCode, plain(body)]).toEqual([url, 404, missing]);
    }
  });

  it('says on the pages where ideas are written what they are for, to readers alone', async () => {
    await createChallenge(t, company, { slug: 'asking', title: 'What now?', summary: 'What shall we do?' });
    const { statusCode, body } = await get('/norte/c/asking/new');
    expect(statusCode).toBe(200);
    expect(body).toMatch(/noindex.*<h1>Share an idea<\/h1><p>What shall we do\?<\/p>/s);
    expect((await get('/norte/new')).statusCode).toBe(200);
    expect((await get('/companies/new')).statusCode).toBe(200);
    for (const url of ['/secret/new', '/none/new', '/norte/c/none/new']) expect((await get(url)).statusCode).toBe(404);
  });

  it('is left out where the database does not answer: the page still comes', async () => {
    const query = t.database.query;
    Object.assign(t.database, { query: () => Promise.reject(new Error('down')) });
    try {
      const { statusCode, body } = await get('/norte');
      expect([statusCode, body]).toEqual([200, expect.stringContaining('<title>Cocrea</title>')]);
      expect(body).not.toMatch(/noindex|canonical/);
    } finally {
      Object.assign(t.database, { query });
    }
  });
});

it('what was merged, and again, leads to the last of them at once; where nobody may read that one, nowhere else', async () => {
  const [first, second, third] = [
    await createIdea(t, { company, author: ana }),
    await createIdea(t, { company, author: ana }),
    await createIdea(t, { company, author: ana }),
  ];
  const merge = `UPDATE idea SET visibility = 'MERGED', merged_into_id = $2 WHERE id = $1`;
  await t.database.query(merge, [first.id, second.id]);
  await t.database.query(merge, [second.id, third.id]);
  const canonical = async (id: string) => /rel="canonical" href="([^"]*)"/.exec((await get(`/i/${id}`)).body)?.[1];
  for (const { id } of [first, second, third]) expect(await canonical(id)).toBe(`https://ideas.example/i/${third.id}`);
  await t.database.query(`UPDATE idea SET visibility = 'HIDDEN' WHERE id = $1`, [third.id]);
  for (const { id } of [first, second]) expect(await canonical(id)).toBe(`https://ideas.example/i/${id}`);
});

describe('the sitemap', () => {
  it('names every public page once, and nothing else', async () => {
    const sure = await createCompany(t, { slug: 'mapped', owner: ana });
    const challenge = await createChallenge(t, sure, { slug: 'open' });
    await createChallenge(t, sure, { slug: 'unborn', publishAt: null });
    const { id } = await createIdea(t, { company: sure, challenge, author: ana });
    await createIdea(t, { company: sure, author: ana, visibility: 'WITHDRAWN' });
    const placesOf = async (url: string) =>
      [...(await get(url)).body.matchAll(/<loc>https:\/\/ideas\.example(.*?)<\/loc>/g)].map(([, place]) => place);
    const index = await placesOf('/sitemap.xml');
    expect(index).toEqual(expect.arrayContaining(['/sitemap/home.xml', '/sitemap/mapped-1.xml']));
    expect(index.join()).not.toContain('secret');
    expect(await placesOf('/sitemap/home.xml')).toEqual(['/']);
    expect(await placesOf('/sitemap/mapped-1.xml')).toEqual([
      ...['/mapped', '/mapped/ideas', '/mapped/log', '/mapped/log/report'],
      ...['/mapped/c/open', `/i/${id}`],
    ]);
    for (const name of ['mapped-2.xml', 'secret-1.xml', 'none-1.xml', 'x.xml', 'mapped-0.xml'])
      expect((await get(`/sitemap/${name}`)).statusCode).toBe(404);
    expect((await get('/robots.txt')).body).toContain('Sitemap: https://ideas.example/sitemap.xml');
  });
});
