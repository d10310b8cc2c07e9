import { expect, expectAccessible, joinAsNewcomer, pageOf, test } from './fixtures.js';

test.describe.configure({ mode: 'serial' });

test('the whole loop: a company asks, a newcomer proposes, a moderator reviews, people vote and talk, the company answers', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(300_000);
  const mark = `${info.project.name} ${Date.now()}`;
  const question = `Quieter boarding, ${mark}`;
  const ideaTitle = `A bell that nobody hears, ${mark}`;
  const email = `guest-${info.project.name}-${Date.now()}@people.example`;

  const manager = await pageOf(browser, 'manager');
  await manager.goto('/alagarza/manage/challenges/new');
  await manager.getByRole('button', { name: /^Empty/ }).click();
  await manager.getByLabel('The question, in one line').fill(question);
  await manager.getByLabel('In one or two sentences').fill('How would boarding feel calm?');
  await manager.getByLabel('Brief').fill('Tell us what you hear, and what you would rather hear.');
  const today = new Date(Date.now() - 3_600_000);
  const local = new Date(today.getTime() - today.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  const steps = manager.getByRole('navigation', { name: 'Steps' });
  await steps.getByRole('link', { name: /Phases/ }).click();
  await manager.getByLabel('Starts').first().fill(local);
  await steps.getByRole('link', { name: /Check/ }).click();
  await manager.getByRole('button', { name: 'Publish now' }).click();
  await expect(manager.getByText('It is public now.')).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole('link', { name: 'Open its page' }).click();
  await expect(manager.getByRole('heading', { level: 1, name: question })).toBeVisible();
  const challengePath = new URL(manager.url()).pathname;

  await joinAsNewcomer(page, 'Greta Guest', email);
  await page.goto(`${challengePath}/new`);
  await page.getByLabel('Your idea in one line').fill(ideaTitle);
  await page
    .getByLabel('What would change, and for whom?')
    .fill('Only the seats that board next would buzz. The rest could sleep.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { level: 1, name: ideaTitle })).toBeVisible();
  await expect(page.getByText('Awaiting review').first()).toBeVisible();
  const ideaPath = new URL(page.url()).pathname;

  const customer = await pageOf(browser, 'customer');
  await customer.goto(ideaPath);
  await expect(customer.getByRole('heading', { level: 1, name: ideaTitle })).toBeHidden();

  const moderator = await pageOf(browser, 'moderator');
  await moderator.goto('/alagarza/review');
  await moderator.getByRole('button', { name: new RegExp(ideaTitle) }).click();
  await expect(moderator.getByRole('heading', { level: 2, name: ideaTitle })).toBeVisible();
  await expectAccessible(moderator);
  await moderator.keyboard.press('a');
  await expect(moderator.getByText(`Approved: “${ideaTitle}”`)).toBeVisible();
  // once the time to undo it is over
  await moderator.waitForResponse((answer) => Boolean(answer.request().postData()?.includes('"act":"KEEP"')));

  await customer.goto(ideaPath);
  await expect(customer.getByRole('heading', { level: 1, name: ideaTitle })).toBeVisible();
  const vote = customer
    .getByRole('button', { name: new RegExp(`^Vote for “${ideaTitle}”`) })
    .filter({ visible: true })
    .first();
  await vote.click();
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  await expect(vote).toHaveAccessibleName(/1 vote$/);
  await customer.getByLabel('Your comment').fill('My father is deaf in one ear; he would need the light too.');
  await customer.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(
    customer.getByRole('article').or(customer.getByRole('listitem')).getByText('My father is deaf').first(),
  ).toBeVisible();

  await manager.goto(ideaPath);
  await expect(manager.getByText('My father is deaf').first()).toBeVisible();
  await manager.getByRole('button', { name: 'Answer for the company' }).click();
  await manager.getByLabel('Where it stands').selectOption('PLANNED');
  await manager
    .getByRole('textbox', { name: /^Answer/ })
    .fill('We try it at two gates in spring, with a light as well.');
  await manager.getByRole('button', { name: 'Publish the answer' }).click();
  await expect(manager.getByText('The answer is public.')).toBeVisible();
  await expectAccessible(manager);

  await customer.reload();
  await expect(customer.getByText('We try it at two gates in spring')).toBeVisible();
  await expect(customer.getByText('Planned').first()).toBeVisible();
  await expectAccessible(customer);

  await page.goto(ideaPath);
  await expect(page.getByText('We try it at two gates in spring')).toBeVisible();
  await expectAccessible(page);
});
