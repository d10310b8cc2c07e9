import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  joinAsNewcomer,
  type Page,
  signIn,
  test,
} from './fixtures.js';

const list = (page: Page) => page.getByRole('list', { name: 'Reviews, most urgent first' });
const row = (page: Page, title: string) => list(page).getByRole('button', { name: title });
/** The form of a decision, by what it is about. */
const form = (page: Page, title: string) => page.getByRole('dialog', { name: title });
const opened = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title });
const sent = (page: Page, mutation: string) =>
  page.waitForResponse((answer) => Boolean(answer.request().postData()?.includes(mutation)));

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Held ideas of somebody new, so that tests do not meet. */
async function propose(page: Page, mark: string, titles: string[]): Promise<string[]> {
  await joinAsNewcomer(page, 'Nora New', `nora-${mark.replace(/\W+/g, '-')}@people.example`);
  const paths = [];
  for (const title of titles) {
    await page.goto('/alagarza/new');
    await page.getByLabel('Your idea in one line').fill(title);
    await page.getByLabel('What would change, and for whom?').fill('Whoever waits would know how long it takes.');
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('Awaiting review').first()).toBeVisible();
    paths.push(new URL(page.url()).pathname);
  }
  return paths;
}

/** As a moderator, with an author of their own. */
async function begin(page: Page, author: Page, mark: string) {
  const titles = ['A clock at the gate', 'A lamp by the door', 'A map of the queue'].map(
    (title) => `${title}, ${mark}`,
  );
  const paths = await propose(author, mark, titles);
  await signIn(page, 'moderator@demo.example');
  await page.goto('/alagarza/review');
  await expect(list(page)).toBeVisible();
  return { titles, paths };
}

/** Walks the list until an item is open. */
async function walkTo(page: Page, title: string, key: 'j' | 'k' = 'j'): Promise<void> {
  for (let steps = 0; steps < 60 && !(await opened(page, title).isVisible()); steps++) await page.keyboard.press(key);
  await expect(opened(page, title)).toBeVisible();
  await expect(row(page, title)).toBeFocused();
}

test('a moderator walks the queue, hides with a reason, undoes and approves, by keyboard alone @keyboard', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  const context = await browser.newContext();
  const author = await context.newPage();
  const { titles, paths } = await begin(page, author, `${info.project.name} ${Date.now()}`);
  const [clock, lamp, map] = titles as [string, string, string];
  await expect(list(page).getByRole('button').first()).toBeFocused();
  await walkTo(page, lamp);
  await walkTo(page, clock, 'k');

  await page.keyboard.press('h');
  const dialog = form(page, clock);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Tell us at which gate.');
  await expect(dialog.getByRole('region', { name: /will read/ })).toContainText('Tell us at which gate.');
  await look(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('h');
  await expect(dialog.getByLabel('A word to the author')).toHaveValue('Tell us at which gate.');
  await dialog.getByLabel('A word to the author').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Hide and tell the author' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, clock)).toBeHidden();
  await expect(page.getByText(`Hidden: “${clock}”`)).toBeVisible();

  await page.keyboard.press('z');
  await expect(opened(page, clock)).toBeVisible();
  await expect(row(page, clock)).toBeFocused();
  await page.keyboard.press('h');
  await dialog.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await dialog.getByLabel('A word to the author').fill('Tell us at which gate.');
  const rejected = sent(page, '"act":"HIDE"');
  await dialog.getByRole('button', { name: 'Hide and tell the author' }).press('Enter');

  // a key that is held down decides once
  await walkTo(page, lamp);
  const approved = sent(page, '"act":"KEEP"');
  for (let held = 0; held < 3; held++) await page.keyboard.down('a');
  await page.keyboard.up('a');
  await expect(row(page, lamp)).toBeHidden();
  await expect(row(page, map)).toBeVisible();
  await look(page);
  await rejected;
  await walkTo(page, map);
  await approved;
  // what was sent leaves the item under review where it is
  await expect(opened(page, map)).toBeVisible();
  await expect(row(page, map)).toBeFocused();

  await author.goto(paths[0]!);
  await expect(author.getByText('Tell us at which gate.')).toBeVisible();
  await author.goto(paths[1]!);
  await expect(author.getByRole('heading', { level: 1, name: lamp })).toBeVisible();
  await expect(author.getByText('Awaiting review')).toBeHidden();
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    test('by touch or by mouse: approved, undone, and sent by whoever leaves', async ({ page, browser }, info) => {
      test.setTimeout(240_000);
      const context = await browser.newContext();
      const author = await context.newPage();
      const { titles, paths } = await begin(page, author, `${info.project.name} ${colorScheme} ${Date.now()}`);
      const [clock] = titles as [string];
      const press = (name: string) => {
        const button = page.getByRole('button', { name }).first();
        return info.project.name === 'phone' ? button.tap() : button.click();
      };
      await press(clock);
      await look(page);
      await press('Hide');
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page);
      await press('Cancel');
      await page.getByRole('switch', { name: /^Calm view/ }).check();
      await look(page);
      await page.getByRole('switch', { name: /^Calm view/ }).uncheck();
      await press('Approve');
      await expect(page.getByText(`Approved: “${clock}”`)).toBeVisible();
      await look(page);
      await press('Undo');
      await expect(opened(page, clock)).toBeVisible();
      await press('Approve');
      await expect(row(page, clock)).toBeHidden();
      const approved = sent(page, '"act":"KEEP"');
      await press('Account of');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await approved;
      await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
      await author.goto(paths[0]!);
      await expect(author.getByRole('heading', { level: 1, name: clock })).toBeVisible();
      await expect(author.getByText('Awaiting review')).toBeHidden();
      await context.close();
    });
  });

test('a wave of spam is removed together, and brought back by one undo', async ({ page, browser }, info) => {
  test.setTimeout(240_000);
  const context = await browser.newContext();
  const { titles } = await begin(page, await context.newPage(), `${info.project.name} wave ${Date.now()}`);
  for (const title of titles) await page.getByRole('checkbox', { name: `Select “${title}”` }).check();
  await page.getByRole('button', { name: 'Decide together' }).click();
  const dialog = form(page, 'Decide about 3 items');
  await dialog.getByRole('radio').first().check();
  await look(page);
  await dialog.getByRole('button', { name: 'Remove: 3' }).click();
  await expect(page.getByText('Removed: 3 items')).toBeVisible();
  for (const title of titles) await expect(row(page, title)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('3 decisions are taken back.')).toBeVisible();
  for (const title of titles) await expect(row(page, title)).toBeVisible();
  await context.close();
});
