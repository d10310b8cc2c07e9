import { expect, expectAccessible, expectNoSidewaysScroll, type Page, signIn, test } from './fixtures.js';
import { anIdea, aPerson, MEMBER, open, STAFF, VISITOR } from './site.js';

async function visit(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await open(page, path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    test.setTimeout(150_000);

    test('every public page is accessible and fits the screen', async ({ page }) => {
      await visit(page, [...VISITOR, await anIdea(page), await aPerson(page)]);
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
  // the page itself, not what the server wrote to be read before it
  await open(page, '/alagarza/ideas?sort=new');
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
