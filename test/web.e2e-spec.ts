import { jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createCompany } from './support/companies.factory.js';

const SCRIPT = 'console.log("hello")\n'.repeat(100);
const TEMPLATE = `<!doctype html><html lang="en"><head><!--app-head--><script nonce="__CSP_NONCE__">1</script>
<script type="module" src="/assets/index-1.js" nonce="__CSP_NONCE__"></script></head><body><div id="root"><!--app-shell--></div></body></html>`;
const route = (name: string) => `src/app/routes/${name}.tsx?tsr-split=component`;
const catalogs = (folder: string) => ['en', 'es', 'it'].map((locale) => `src/${folder}locales/${locale}.po`);
const MANIFEST = {
  'index.html': { file: 'assets/index-1.js', imports: ['_base.js'] },
  '_base.js': { file: 'assets/base-1.js', dynamicImports: [...catalogs(''), route('index')] },
  [route('index')]: { file: 'assets/home-1.js', dynamicImports: catalogs('features/home/') },
  [route('me')]: { file: 'assets/me-1.js' },
  [route('u.$userId')]: { file: 'assets/u-1.js' },
  [route('$slug/route')]: { file: 'assets/company-1.js' },
  [route('$slug/index')]: { file: 'assets/company-home-1.js' },
  [route('$slug/c.$challengeSlug.index')]: { file: 'assets/challenge-1.js', imports: ['_base.js'] },
  [route('$slug/settings')]: { file: 'assets/settings-1.js' },
  ...Object.fromEntries(
    [...catalogs(''), ...catalogs('features/home/')].map((key) => [
      key,
      { file: `assets/${key.replaceAll('/', '-')}.js` },
    ]),
  ),
};

let t: TestApp;
let dist: string;
beforeAll(async () => {
  dist = mkdtempSync(path.join(os.tmpdir(), 'cocrea-web-'));
  t = await startTestApp({ WEB_DIR: dist });
  const company = await createCompany(t, { slug: 'norte', owner: await createUser(t) });
  await createChallenge(t, company, { slug: 'trains' });
});
afterAll(async () => {
  await t.close();
  rmSync(dist, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers });
const file = (name: string, content: string | Buffer) => writeFileSync(path.join(dist, name), content);

it('says how to build what is not built', async () => {
  const { statusCode, body } = await get('/');
  expect([statusCode, body]).toEqual([503, expect.stringContaining('npm run build')]);
});

describe('the built application', () => {
  beforeAll(() => {
    mkdirSync(path.join(dist, 'assets'));
    mkdirSync(path.join(dist, '.vite'));
    file('.vite/manifest.json', JSON.stringify(MANIFEST));
    file('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    file('assets/index-1.js', SCRIPT);
    file('assets/index-1.js.br', brotliCompressSync(SCRIPT));
    file('assets/index-1.js.gz', gzipSync(SCRIPT));
    file('assets/index-1.js.map', '{}');
    file('index.html', TEMPLATE);
  });

  it('comes with a nonce of its own and a policy that allows nothing else', async () => {
    const pages = await Promise.all([get('/'), get('/')]);
    const nonces = pages.map(({ body, headers }) => {
      const nonce = /'nonce-([\w-]{22})'/.exec(String(headers['content-security-policy']))![1]!;
      expect(body.match(new RegExp(`nonce="${nonce}"`, 'g'))!.length).toBeGreaterThan(2);
      expect(body).not.toMatch(/__CSP_NONCE__|app-head|app-shell/);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(pages[0]!.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      vary: expect.stringContaining('accept-language') as string,
    });
    expect(pages[0]!.headers['content-security-policy']).not.toMatch(/unsafe/);
  });

  it.each([
    [{}, 'en'],
    [{ 'accept-language': 'it-IT,es;q=0.9' }, 'it'],
    [{ 'accept-language': 'it', cookie: 'lang=es' }, 'es'],
    [{ 'accept-language': 'fr', cookie: 'lang=xx"><script>' }, 'en'],
  ])('speaks the language of %j', async (headers, locale) => {
    const { body } = await get('/', headers as Record<string, string>);
    expect(body).toContain(`<html lang="${locale}"`);
    const catalogs = [...body.matchAll(/locales-(\w+)\.po/g)].map(([, each]) => each);
    expect(catalogs).toEqual([locale, locale]);
  });

  it.each([
    ['/', 200, ['home-1.js'], true],
    ['/norte', 200, ['company-1.js', 'company-home-1.js'], true],
    ['/norte/c/trains?x=1', 200, ['company-1.js', 'challenge-1.js'], true],
    ['/sur', 404, ['company-1.js', 'company-home-1.js'], false],
    ['/offline', 200, [], false],
    ['/me', 200, ['me-1.js'], false],
    ['/u/018f', 200, ['u-1.js'], false],
    ['/norte/settings', 200, ['company-1.js', 'settings-1.js'], false],
    ['/norte/c/trains/what', 404, [], false],
    ['/norte/nothing', 404, [], false],
  ])('answers %s with %i and preloads %j', async (url, status, scripts, indexed) => {
    const { statusCode, body } = await get(url);
    const preloaded = [...body.matchAll(/modulepreload" crossorigin href="\/assets\/([\w-]+\.js)"/g)].map(
      ([, name]) => name,
    );
    expect(statusCode).toBe(status);
    expect(preloaded).toEqual(expect.arrayContaining(['base-1.js', ...scripts]));
    expect(preloaded).toHaveLength(1 + scripts.length);
    expect(preloaded).not.toContain('index-1.js');
    expect(body.includes('noindex')).toBe(!indexed);
    expect(body.includes('rel="canonical"')).toBe(indexed);
  });

  it('writes no address into the page that could leave its place', async () => {
    const { body } = await get('/%22%3E%3Cscript%3E');
    expect(body).not.toContain('<script>');
    expect((await get('/"><script>')).body).not.toContain('"><script>');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('sends hashed files for %s as %s, for ever', async (accepted, encoding) => {
    const { statusCode, headers } = await get('/assets/index-1.js', { 'accept-encoding': accepted });
    expect([statusCode, headers['content-encoding']]).toEqual([200, encoding]);
    expect(headers.vary).toMatch(/accept-encoding/i);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('sends files of the root', async () => {
    const { statusCode, headers } = await get('/favicon.svg');
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(headers['cache-control']).toBe('public, max-age=3600');
  });

  it.each([
    '/assets/gone-2.js',
    '/assets/index-1.js.map',
    '/assets/index-1.js.map.br',
    '/assets',
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/.vite/manifest.json',
    '/.vite/manifest.json',
    '/index.html',
    '/wp-login.php',
    '/files/x',
    '/dev/unknown',
  ])('has no page at %s', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(404);
    expect(body).not.toMatch(/<html|"sources"|tsr-split/);
  });

  it('is read again after a new build', async () => {
    file('index.html', TEMPLATE.replace('<div id="root">', '<div id="root" data-new>'));
    expect((await get('/')).body).toContain('data-new');
  });
});

describe('for machines', () => {
  it('/health tells whether the database answers', async () => {
    const { statusCode, body, headers } = await get('/health');
    expect([statusCode, body, headers['cache-control']]).toEqual([200, '{"status":"ok"}', 'no-store']);
    const query = jest.spyOn(t.database, 'query').mockRejectedValueOnce(new Error('gone'));
    expect((await get('/health')).statusCode).toBe(503);
    query.mockRestore();
  });

  it('/robots.txt says what is not for robots', async () => {
    expect((await get('/robots.txt')).body).toMatch(/^User-agent: \*\nDisallow: \/graphql/);
  });
});
