import { expect, expectAccessible, type Page, signIn, test } from './fixtures.js';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 120_000 });

const NOTICE = /No connection: this is what you saw last/;

/** Until the worker looks after the page and has what it needs. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((done) => setTimeout(done, 100));
  });
  await page.waitForLoadState('networkidle');
}

const keptAnswers = (page: Page) =>
  page.evaluate(async () =>
    (await caches.has('cocrea-seen')) ? (await (await caches.open('cocrea-seen')).keys()).length : 0,
  );

test('what was seen is read without a connection, and goes with whoever signs out', async ({
  page,
  context,
  problems,
}) => {
  await signIn(page, 'customer@demo.example');
  await page.goto('/alagarza/ideas');
  const title = (await page.getByRole('heading', { level: 2 }).first().textContent())!;
  await settled(page);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  // the last to come
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await keptAnswers(page)).toBeGreaterThan(2);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Vote for/ }).click();
  await expect(page.getByRole('alert')).toContainText('did not get through');
  await page.goto('/alagarza/ideas');
  await expect(page.getByRole('heading', { level: 2, name: title }).first()).toBeVisible();
  await page.goto('/alagarza/c/hour-before-boarding');
  await expect(page.getByText('The server could not be reached').first()).toBeVisible();

  await context.setOffline(false);
  await page.goto('/alagarza/ideas');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  await context.setOffline(true);
  await page.goto('/alagarza/ideas');
  await expect(page.getByText('The server could not be reached').first()).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  // the browser says in the console that it has no connection
  problems.length = 0;
});

test('the application can be installed', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await page.request.get(href!);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const { icons, start_url } = (await answer.json()) as {
    icons: { src: string; sizes: string; purpose?: string }[];
    start_url: string;
  };
  expect(start_url).toBe('/');
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src } of icons) expect((await page.request.get(src)).status()).toBe(200);
});
