import { DEMO_PASSWORD, expect, expectNoSidewaysScroll, type Page, test } from './fixtures.js';

/** Ways in which a text could become a script, if somebody forgot something. */
const EVIL = [
  '<script>window.ran = 1</script>',
  '<img src="/favicon.svg" onload="window.ran = 1">',
  '<img src=x onerror="window.ran = 1">',
  '<svg onload="window.ran = 1"><script>window.ran = 1</script></svg>',
  '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
  '<style>body { display: none }</style><p style="position:fixed;inset:0">x</p>',
  '<a href="javascript:window.ran = 1">tag</a> [link](javascript:window.ran=1) [two](java\nscript:window.ran=1)',
  '[three](data:text/html,<script>window.ran=1</script>) ![four](javascript:window.ran=1)',
  '</div></main><script nonce="x">window.ran = 1</script>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<form action="https://evil.example"><button autofocus onfocus="window.ran = 1">b</button></form>',
  '`<script>window.ran = 1</script>` {{constructor.constructor("window.ran=1")()}}',
].join('\n\n');
const LINE = `<img src=x onerror=window.ran=1><script>window.ran=1</script>`;

type Ask = <T>(query: string, variables: object) => Promise<T>;

async function apiOf(page: Page): Promise<Ask> {
  let token = '';
  const ask: Ask = async (query, variables) => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const answer = (await (await page.request.post('/graphql', { data: { query, variables }, headers })).json()) as {
      data: never;
      errors?: { message: string }[];
    };
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const input = { email: 'owner@demo.example', password: DEMO_PASSWORD };
  token = (await ask<{ signIn: { accessToken: string } }>(signIn, { input })).signIn.accessToken;
  return ask;
}

/** A company, a challenge, an idea and a comment whose every word wants to run. */
async function plant(page: Page) {
  const ask = await apiOf(page);
  const slug = `evil-${Date.now().toString(36)}-${Math.trunc(Math.random() * 1e6).toString(36)}`;
  const make = 'mutation ($input: CreateCompanyInput!) { createCompany(input: $input) { id } }';
  const founded = { name: LINE, slug, description: LINE, languages: ['EN'], defaultLanguage: 'EN' };
  const companyId = (await ask<{ createCompany: { id: string } }>(make, { input: founded })).createCompany.id;
  const submit = 'mutation ($input: SubmitIdeaInput!) { submitIdea(input: $input) { id } }';
  const written = { companyId, title: LINE, body: EVIL, tags: ['<script>'] };
  const ideaId = (await ask<{ submitIdea: { id: string } }>(submit, { input: written })).submitIdea.id;
  const comment = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }';
  await ask(comment, { input: { ideaId, body: EVIL } });
  return { slug, ideaId };
}

test('nothing that people write runs, styles the page or leads away', async ({ page, problems }) => {
  const { slug, ideaId } = await plant(page);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`refused by the policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const path of [`/i/${ideaId}`, `/${slug}`, `/${slug}/ideas`]) {
    const answer = await page.goto(path);
    expect(answer!.headers()['content-security-policy']).not.toContain('unsafe');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectNoSidewaysScroll(page);
    const found = await page.evaluate(() => ({
      ran: 'ran' in window,
      path: location.pathname,
      links: [...document.links].map(({ protocol }) => protocol).filter((each) => !/^(https?|mailto):$/.test(each)),
      foreign: document.querySelectorAll(
        'main :is(iframe, style, base, meta, form[action], object, embed, [onload], [onerror])',
      ).length,
    }));
    expect(found).toEqual({ ran: false, path, links: [], foreign: 0 });
  }
  await page.goto(`/i/${ideaId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(LINE);
  for (const link of await page.getByRole('article').getByRole('link').all()) {
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).not.toMatch(/^\s*(javascript|data):/i);
  }
  expect([dialogs, problems]).toEqual([[], []]);
});

test('every kind of page allows its own scripts alone', async ({ page }) => {
  for (const path of [
    '/',
    '/alagarza',
    '/alagarza/ideas',
    '/sign-in',
    '/me',
    '/alagarza/manage',
    '/nowhere',
    '/offline',
  ]) {
    const headers = (await page.request.get(path)).headers();
    expect(headers['content-security-policy']).toMatch(
      /script-src 'self' 'nonce-[\w-]{22}';.*object-src 'none'; base-uri 'none'/,
    );
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  }
});
