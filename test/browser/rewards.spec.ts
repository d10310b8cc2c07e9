import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  joinAsNewcomer,
  type Page,
  pageOf,
  signIn,
  test,
} from './fixtures.js';

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const MODEL = 'A paper model of the ATR 72, to cut and fold';

/** What is done in the background is there after a moment; a server that has just begun has the demo to tell first. */
async function untilThere(page: Page, path: string, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 120_000 });
}
/** A decision can be undone as long as its message stands, and that stays under the pointer: done is what was sent. */
async function decided(moderator: Page, act: string, press: () => Promise<void>): Promise<void> {
  const sent = moderator.waitForResponse((answer) => Boolean(answer.request().postData()?.includes(`"act":"${act}"`)));
  await press();
  await moderator.mouse.move(1, 1);
  await sent;
}
/** A moderator opens the review of an idea where it stands. */
async function review(moderator: Page, path: string, title: string): Promise<void> {
  await moderator.goto(path);
  await moderator.getByRole('button', { name: 'Review this idea' }).click();
  await expect(moderator.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

test('who helps is thanked, redeems, and gets it; what is undone takes its points back', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(420_000);
  const mark = `${info.project.name} ${Date.now()}`;
  const title = `A clock at the gate, ${mark}`;
  await joinAsNewcomer(page, 'Rosa New', `rosa-${mark.replace(/\W+/g, '-')}@people.example`);
  await page.goto('/alagarza/new');
  await page.getByLabel('Your idea in one line').fill(title);
  await page.getByLabel('What would change, and for whom?').fill('Whoever waits would know how long it takes.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Awaiting review').first()).toBeVisible();
  const path = new URL(page.url()).pathname;

  const moderator = await pageOf(browser, 'moderator');
  await moderator.goto('/alagarza/review');
  await moderator.getByRole('button', { name: title }).first().click();
  await decided(moderator, 'KEEP', () => moderator.getByRole('button', { name: 'Approve' }).first().click());
  await untilThere(page, '/me?tab=rewards&company=alagarza', 'Idea published');
  await expect(page.getByText('5 points to use')).toBeVisible();

  const manager = await pageOf(browser, 'manager');
  await manager.goto(path);
  await manager.getByRole('button', { name: 'Say thanks to Rosa New' }).first().click();
  const thanks = manager.getByRole('dialog', { name: 'Say thanks to Rosa New' });
  await thanks.getByRole('button', { name: 'Points', exact: true }).click();
  await thanks.getByLabel('How many points').fill('60');
  await thanks.getByLabel('Your note').fill('You were the first to say it, and you were right.');
  await look(manager);
  await thanks.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(manager.getByText('Rosa New will find your note.')).toBeVisible();

  await page.goto('/me?tab=rewards&company=alagarza');
  await expect(page.getByText('60 points more since you were here last. Thank you!')).toBeVisible();
  await expect(page.getByText('You were the first to say it, and you were right.')).toBeVisible();
  await look(page);

  await page.goto('/alagarza/rewards');
  await page.getByRole('button', { name: `Get “${MODEL}”` }).click();
  const buy = page.getByRole('dialog', { name: `Get “${MODEL}”?` });
  await buy.getByLabel('Name').fill('Rosa New');
  await buy.getByLabel('Postal address').fill('Calle Mayor 1\n28013 Madrid');
  await look(page);
  await buy.getByRole('button', { name: 'Spend the points' }).dblclick();
  await expect(page.getByRole('dialog', { name: 'It is reserved for you' })).toBeVisible();
  await look(page);

  await manager.goto('/alagarza/manage');
  await manager.getByRole('link', { name: /to be handed out/ }).click();
  const asked = manager.getByRole('article', { name: MODEL }).filter({ hasText: 'Rosa New' }).last();
  await asked.getByRole('button', { name: 'Show the address' }).click();
  await expect(asked.getByText('28013 Madrid')).toBeVisible();
  await look(manager);
  await asked.getByRole('button', { name: 'Mark as handed over' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'It was handed over' }).click();
  await expect(manager.getByText('Rosa New is told that it was handed over.')).toBeVisible();
  await untilThere(page, '/me?tab=notifications', `“${MODEL}” is yours`);

  await review(moderator, path, title);
  await expect(moderator.getByRole('complementary', { name: 'What it has earned' })).toContainText('5 points');
  await look(moderator);
  await moderator.getByRole('button', { name: 'Hide' }).first().click();
  const form = moderator.getByRole('dialog', { name: title });
  await form.getByRole('radio').first().check();
  await decided(moderator, 'HIDE', () => form.getByRole('button', { name: 'Hide and tell the author' }).click());
  await untilThere(page, '/me?tab=rewards&company=alagarza', 'Taken back:');
  await expect(page.getByText('what it was for is not public any more')).toBeVisible();
  await look(page);
  for (const other of [moderator, manager]) await other.context().close();
});

test('a manager tries other rules on what has happened before they hold', async ({ page }, info) => {
  const phone = info.project.name === 'phone';
  const slug = phone ? 'ribalirio' : 'dedalvivo';
  await signIn(page, 'manager@demo.example');
  await page.goto(`/${slug}/manage/rewards?part=points`);
  const delivered = page.getByRole('group', { name: 'Idea delivered' });
  await delivered.getByLabel('Points').fill('175');
  await page.getByRole('button', { name: 'Try it on the last 90 days' }).click();
  const tried = page.getByRole('region', { name: /the last 90 days/ });
  await expect(tried.getByRole('table', { name: 'By rule' })).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(page.getByText('The rules of points are saved.')).toBeVisible();
  await page.goto(`/${slug}/rewards?part=points`);
  await expect(page.getByText('175 points')).toBeVisible();
});
