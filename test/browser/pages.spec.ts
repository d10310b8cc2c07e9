import { expect, expectAccessible, expectNoSidewaysScroll, type Page, signIn, test } from './fixtures.js';

const VISITOR = [
  '/',
  '/alagarza',
  '/alagarza/ideas',
  '/alagarza/c/hour-before-boarding',
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/nowhere/at/all',
];
const MEMBER = ['/me', '/alagarza/new', '/alagarza/members'];
const STAFF = [
  '/alagarza/review',
  '/alagarza/manage',
  '/alagarza/manage/challenges/new',
  '/alagarza/manage/answers',
  '/alagarza/settings',
];

async function visit(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

/** The address of an idea of the demo community. */
async function anIdea(page: Page): Promise<string> {
  const ask = async <T>(query: string) =>
    ((await (await page.request.post('/graphql', { data: { query } })).json()) as { data: T }).data;
  const { company } = await ask<{ company: { id: string } }>('{ company(slug: "alagarza") { id } }');
  const { ideas } = await ask<{ ideas: { edges: { node: { id: string } }[] } }>(
    `{ ideas(companyId: "${company.id}", first: 1) { edges { node { id } } } }`,
  );
  return `/i/${ideas.edges[0]!.node.id}`;
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    test.setTimeout(150_000);

    test('every public page is accessible and fits the screen', async ({ page }) => {
      await visit(page, VISITOR);
      await page.goto(await anIdea(page));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    test('every page of a member is accessible and fits the screen', async ({ page }) => {
      await signIn(page, 'customer@demo.example');
      await visit(page, MEMBER);
    });

    test('every page of the staff is accessible and fits the screen', async ({ page }) => {
      await signIn(page, 'manager@demo.example');
      await visit(page, STAFF);
    });
  });
}

for (const [locale, heading] of [
  ['es-ES', 'Retos abiertos'],
  ['it-IT', 'Sfide aperte'],
] as const) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });

    test('gets the page in its language', async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    });
  });
}

test('is usable by keyboard: the first Tab offers to skip to the content, and a vote needs no mouse @keyboard', async ({
  page,
}) => {
  await signIn(page, 'customer@demo.example');
  await page.goto('/alagarza/ideas?order=NEWEST');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', /#/);
  const vote = page.getByRole('button', { name: /^Vote for/, pressed: false, disabled: false }).first();
  const name = (await vote.getAttribute('aria-label'))!.replace(/, \d.*/, '');
  const same = page.getByRole('button', { name }).first();
  await vote.focus();
  await page.keyboard.press('Enter');
  await expect(same).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(same).toHaveAttribute('aria-pressed', 'false');
});
