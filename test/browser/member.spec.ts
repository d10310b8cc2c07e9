import { expect, expectAccessible, expectNoSidewaysScroll, linkInMail, pageOf, test } from './fixtures.js';
import { open } from './site.js';

const OWN = [
  'votes',
  'following',
  'drafts',
  'notifications',
  'settings',
  'settings&part=notifications',
  'settings&part=account',
];

test('who votes hears what becomes of it: a vote, an answer, the bell, the place itself, the author’s page', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(300_000);
  const title = `A bench by the window, ${info.project.name} ${Date.now()}`;
  const author = await pageOf(browser, 'expert');
  await author.goto('/alagarza/new');
  await author.getByLabel('Your idea in one line').fill(title);
  await author.getByLabel('What would change, and for whom?').fill('People who wait could sit in the sun for once.');
  await author.getByRole('button', { name: 'Publish' }).click();
  await expect(author.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const path = new URL(author.url()).pathname;
  await expect(author.getByRole('button', { name: 'Follow this idea' })).toHaveAttribute('aria-pressed', 'true');

  const customer = await pageOf(browser, 'customer');
  await open(customer, path);
  const follow = customer.getByRole('button', { name: 'Follow this idea' });
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await customer
    .getByRole('button', { name: new RegExp(`^Vote for “${title}”`) })
    .filter({ visible: true })
    .first()
    .click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(customer);
  await follow.click();
  await customer.getByRole('button', { name: 'Undo' }).click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');

  const manager = await pageOf(browser, 'manager');
  await open(manager, path);
  await manager.getByRole('button', { name: 'Answer for the company' }).click();
  await manager.getByLabel('Where it stands').selectOption('PLANNED');
  await manager.getByRole('textbox', { name: /^Answer/ }).fill('Two benches come in spring.');
  await manager.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(manager.getByText('The answer is public.')).toBeVisible();

  const told = customer.getByRole('link', { name: new RegExp(`Unread: .*answered “${title}”`) });
  await expect(async () => {
    await open(customer, '/me?tab=notifications');
    await expect(told).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const bell = customer.getByRole('banner').getByRole('link', { name: /^Notifications, \d+ unread$/ });
  await expect(bell).toBeVisible();
  await expectAccessible(customer);
  await told.click();
  await expect(customer.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(customer.getByText('Two benches come in spring.')).toBeVisible();
  await customer
    .getByRole('banner')
    .getByRole('link', { name: /^Notifications/ })
    .click();
  await expect(customer.getByRole('link', { name: new RegExp(`^[^:]*answered “${title}”`) })).toBeVisible();
  await customer.getByRole('link', { name: 'Votes', exact: true }).click();
  await expect(customer.getByRole('link', { name: title }).first()).toBeVisible();
  await customer.getByLabel('Status').selectOption('DELIVERED');
  await expect(customer).toHaveURL(/status=DELIVERED/);

  await open(page, path);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Ernesto/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ernesto');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // the mail that told the author ends with a way out that needs no sign-in
  const mail = await linkInMail(page, 'expert@demo.example');
  await page.goto(mail);
  await expect(page.getByRole('heading', { level: 1, name: 'No more mails of this kind?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop these mails' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You get no more mails of this kind' })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('every page of one’s own is accessible and fits the screen', async ({ browser }) => {
      test.setTimeout(150_000);
      const page = await pageOf(browser, 'customer');
      for (const tab of OWN) {
        await open(page, `/me?tab=${tab}`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });
  });
