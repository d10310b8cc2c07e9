import { expect, expectAccessible, pageOf, test, type Page } from './fixtures.js';

const votes = (page: Page) => page.getByRole('button', { name: /^Vote for/ }).first();
const countOf = async (page: Page) =>
  Number(/(\d+) votes?$/.exec((await votes(page).getAttribute('aria-label')) ?? '')?.[1]);

/** The page has begun to listen: it has been told what there is. */
const listening = (page: Page) =>
  page
    .waitForEvent('websocket')
    .then((socket) => socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('"whole":true')));

/** An idea of the newcomer's own, so that tests do not meet. */
async function newIdea(page: Page, title: string): Promise<string> {
  await page.goto('/alagarza/new');
  await page.getByLabel('Your idea in one line').fill(title);
  await page
    .getByLabel('What would change, and for whom?')
    .fill('A bell that rings once, so that nobody waits in vain.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('one votes and comments, and another who looks sees the count and that there is a new comment', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000);
  const author = await pageOf(browser, 'expert');
  const path = await newIdea(author, `A quieter bell, ${info.project.name} ${Date.now()}`);
  const heard = listening(page);
  await page.goto(path);
  await expect(votes(page)).toHaveAccessibleName(/0 votes$/);
  await heard;
  const voter = await pageOf(browser, 'customer');
  await voter.goto(path);
  await voter
    .getByRole('button', { name: 'Not now' })
    .click({ timeout: 500 })
    .catch(() => undefined);
  await votes(voter).click();
  await expect(votes(page)).toHaveAccessibleName(/1 vote$/);
  await expect(page.getByRole('status').filter({ hasText: '1 vote' })).toBeAttached();

  await voter.getByLabel('Your comment').fill('It would help me too.');
  await voter.getByRole('button', { name: 'Comment', exact: true }).click();
  const news = page.getByRole('button', { name: '1 new comment' });
  await expect(news).toBeVisible();
  await expect(page.getByText('It would help me too.')).toBeHidden();
  await expectAccessible(page);
  await news.click();
  await expect(page.getByText('It would help me too.')).toBeVisible();
  await expect(news).toBeHidden();
  await expect(page.getByRole('heading', { name: '1 comment' })).toBeVisible();
  await expect(voter.getByRole('button', { name: '1 new comment' })).toBeHidden();
  await author.context().close();
  await voter.context().close();
});

test('a list keeps its counts, and new ideas wait until one wants to see them', async ({ page, browser }, info) => {
  test.setTimeout(180_000);
  const heard = listening(page);
  await page.goto('/alagarza/ideas');
  await expect(votes(page)).toBeVisible();
  await heard;
  const author = await pageOf(browser, 'expert');
  const title = `A bench in the shade, ${info.project.name} ${Date.now()}`;
  const before = await page.getByRole('article').first().boundingBox();
  await newIdea(author, title);
  const news = page.getByRole('button', { name: /^\d+ new ideas?$/ });
  await expect(news).toBeVisible();
  expect(await page.getByRole('article').first().boundingBox()).toEqual(before);
  await expectAccessible(page);
  await news.click();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await expect(page).toHaveURL(/sort=new/);
  await author.context().close();
});

test('a vote without a network is taken back, and sent again when it is there', async ({ browser }, info) => {
  test.setTimeout(120_000);
  const author = await pageOf(browser, 'expert');
  const path = await newIdea(author, `Lights that wait, ${info.project.name} ${Date.now()}`);
  const voter = await pageOf(browser, 'customer');
  const heard = listening(voter);
  await voter.goto(path);
  await heard;
  await expect(votes(voter)).toHaveAttribute('aria-pressed', 'false');
  await voter.context().setOffline(true);
  await votes(voter).click();
  const alert = voter.getByRole('alert').filter({ hasText: 'did not get through' });
  await expect(alert).toBeVisible();
  await expect(votes(voter)).toHaveAttribute('aria-pressed', 'false');
  expect(await countOf(voter)).toBe(0);
  await voter.context().setOffline(false);
  const counted = voter.waitForResponse((answer) => !!answer.request().postData()?.includes('mutation Vote'));
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(votes(voter)).toHaveAttribute('aria-pressed', 'true');
  await counted;
  await voter.reload();
  await expect(votes(voter)).toHaveAttribute('aria-pressed', 'true');
  await expect(votes(voter)).toHaveAccessibleName(/1 vote$/);

  // an answer that is lost on the way: the vote stands, whatever was shown in between
  await voter.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation WithdrawVote')) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await votes(voter).click();
  await expect(voter.getByRole('alert').filter({ hasText: 'did not get through' })).toBeVisible();
  await expect(votes(voter)).toHaveAttribute('aria-pressed', 'false');
  await voter.unrouteAll();
  await votes(voter).dblclick();
  await expect(votes(voter)).toHaveAttribute('aria-pressed', 'true');
  await author.context().close();
  await voter.context().close();
});
