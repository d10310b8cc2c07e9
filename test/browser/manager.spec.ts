import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, expectNoSidewaysScroll, type Page, signIn, test } from './fixtures.js';

test.describe.configure({ mode: 'serial' });

/** Rows of the list, in its order. */
const rows = (page: Page) => page.getByRole('list', { name: 'Waiting, heaviest first' }).getByRole('checkbox');

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test('a manager begins with what waits, and keeps a reply for it', async ({ page }, info) => {
  await signIn(page, 'manager@demo.example');
  await page.goto('/alagarza/manage');
  await expect(page.getByRole('heading', { level: 1, name: 'Console' })).toBeVisible();
  await expect(page.getByText(/ideas? waits? for an answer/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your promise' })).toBeVisible();
  await look(page);

  await page.getByRole('link', { name: /for an answer/ }).click();
  await page.getByRole('link', { name: 'Saved replies' }).click();
  await page.getByRole('button', { name: 'New reply' }).first().click();
  await page.getByLabel('What you call it').fill(`Thanks, ${info.project.name}`);
  await page.getByRole('textbox', { name: 'Text' }).fill('Thank you, {name}. {company} looks into “{title}”.');
  await look(page);
  await page.getByRole('button', { name: 'Save the reply' }).click();
  await expect(page.getByRole('heading', { name: `Thanks, ${info.project.name}` })).toBeVisible();
  await look(page);
});

test('answers one where it stands and many together, and nobody is asked twice', async ({ page }, info) => {
  test.setTimeout(120_000);
  await signIn(page, 'manager@demo.example');
  await page.goto('/alagarza/manage/answers');
  await expect(rows(page).first()).toBeVisible();
  await look(page);

  const [first, second] = await rows(page).evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
  await page
    .getByRole('button', { name: /^Answer “/ })
    .first()
    .click();
  await page.getByLabel('Insert a saved reply').selectOption({ label: `Thanks, ${info.project.name} (EN)` });
  await expect(page.getByRole('textbox', { name: 'Answer' })).toHaveValue(
    /^Thank you, .+\. Alagarza looks into “.+”\.$/,
  );
  await look(page);
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(page.getByText('The answer is public.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: first! })).toBeHidden();
  await expect(page.getByRole('checkbox', { name: second! })).toBeFocused();

  const chosen = await rows(page).evaluateAll((boxes) =>
    boxes.slice(0, 3).map((box) => box.getAttribute('aria-label')!),
  );
  await rows(page).nth(0).click();
  await rows(page)
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 ideas selected')).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: 'Answer them together' }).click();
  const dialog = page.getByRole('dialog', { name: 'Answer 3 ideas' });
  await dialog.getByLabel('Where they stand').selectOption('DECLINED');
  await dialog.getByRole('button', { name: 'See what will be posted' }).click();
  await expect(dialog.getByText('Every answer needs its public reason.')).toBeVisible();
  await dialog.getByLabel('The public reason').fill('Not this year, {name}: the budget is spent.');
  await look(page);
  await dialog.getByRole('button', { name: 'See what will be posted' }).click();
  await expect(dialog.getByText(/Not this year, [^{]+: the budget is spent\./).first()).toBeVisible();
  await look(page);
  await dialog.getByRole('button', { name: 'Publish 3 answers' }).dblclick();
  await expect(page.getByText('3 answers are public.')).toBeVisible();
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  for (const name of [first!, ...chosen]) await expect(page.getByRole('checkbox', { name, exact: true })).toBeHidden();
});

test('narrows what waits, and finds it again by its address', async ({ page }) => {
  await signIn(page, 'manager@demo.example');
  await page.goto('/alagarza/manage/answers');
  await page.getByLabel('Challenge', { exact: true }).selectOption('box');
  await expect(page).toHaveURL(/challenge=box/);
  await page.getByLabel('Waiting for').selectOption('PLANNED');
  await expect(page).toHaveURL(/status=PLANNED/);
  await page.reload();
  await expect(page.getByLabel('Waiting for')).toHaveValue('PLANNED');
  await look(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page).toHaveURL(/\/answers$/);
});

test('reads the charts, the tables behind them, and takes the numbers along', async ({ page }) => {
  await signIn(page, 'manager@demo.example');
  await page.goto('/alagarza/manage/insights');
  await expect(page.getByRole('heading', { name: 'From idea to delivery' })).toBeVisible();
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: '365 days' }).click();
  await expect(page).toHaveURL(/unit=MONTH/);
  const card = page.getByRole('region', { name: 'Participation' }).first();
  await card.getByRole('button', { name: 'Table' }).click();
  await expect(card.getByRole('columnheader', { name: 'Votes' })).toBeVisible();
  await look(page);
  const saved = page.waitForEvent('download');
  await card.getByRole('button', { name: /as CSV$/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('alagarza-participation.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\ufeffFrom,People,Ideas,Votes,Comments\r\n')).toBe(true);
  expect(text.split('\r\n').length).toBeGreaterThan(10);
});
