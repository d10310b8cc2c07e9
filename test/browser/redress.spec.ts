import type { APIRequestContext } from '@playwright/test';
import {
  DEMO_PASSWORD,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  type Page,
  pageOf,
  signIn,
  test,
} from './fixtures.js';

const AUTHOR = 'customer@demo.example';

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function ask<T>(request: APIRequestContext, query: string, input: object, token?: string): Promise<T> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await request.post('/graphql', { data: { query, variables: { input } }, headers });
  return ((await answer.json()) as { data: { result: T } }).data.result;
}

/** What a moderator decides elsewhere, meanwhile. */
async function hide(request: APIRequestContext, ideaId: string): Promise<void> {
  const { accessToken: token } = await ask<{ accessToken: string }>(
    request,
    'mutation ($input: SignInInput!) { result: signIn(input: $input) { accessToken } }',
    { email: 'moderator@demo.example', password: DEMO_PASSWORD },
  );
  const {
    id: reviewId,
    version,
    rule,
  } = await ask<{ id: string; version: number; rule: { rule: { id: string } }[] }>(
    request,
    'mutation ($input: OpenReviewInput!) { result: openReview(input: $input) { id version rule: flags { rule { id } } } }',
    { ideaId },
    token,
  );
  await ask(
    request,
    'mutation ($input: DecideReviewInput!) { result: decideReview(input: $input) { id } }',
    { reviewId, version, act: 'HIDE', ruleId: rule[0]!.rule.id, note: 'It names a person on the staff.' },
    token,
  );
}

test('what is reported and hidden has reasons that its author reads and appeals against', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  await signIn(page, AUTHOR);
  await page.goto('/alagarza/new');
  await page.getByLabel('Your idea in one line').fill(`A name at the gate ${crypto.randomUUID()}`);
  const words = Array.from({ length: 12 }, () => crypto.randomUUID()).join(' ');
  await page.getByLabel('What would change, and for whom?').fill(`Whoever waits would know whom to ask: ${words}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/i\//);
  const path = new URL(page.url()).pathname;

  const reporter = await pageOf(browser, 'expert');
  await reporter.goto(path);
  const report = reporter.getByRole('button', { name: /^Report “/ });
  await report.click();
  const dialog = reporter.getByRole('dialog', { name: 'Report' });
  await dialog.getByRole('radio').first().check();
  await dialog.getByLabel('What should the moderators know?').fill('It asks for names.');
  await look(reporter);
  await dialog.getByRole('button', { name: 'Send the report' }).click();
  await expect(reporter.getByText('Thank you: the moderators look at it.')).toBeVisible();
  await report.click();
  await expect(reporter.getByRole('dialog', { name: 'You have reported this' })).toBeVisible();

  await hide(request, path.slice('/i/'.length));
  await page.goto(path);
  await page.getByRole('link', { name: 'See why, and appeal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your idea was hidden' })).toBeVisible();
  await expect(page.getByText('It names a person on the staff.')).toBeVisible();
  await look(page);
  await page.getByLabel('Why is the decision wrong?').fill('It names nobody: it asks that there be a name.');
  await page.getByRole('button', { name: 'Send the appeal' }).click();
  await expect(page.getByText('Your appeal waits for somebody who did not make the decision.')).toBeVisible();
  await look(page);

  await reporter.goto(path);
  await expect(reporter.getByRole('heading', { level: 1, name: 'This idea was hidden' })).toBeVisible();
  await expect(reporter.getByText('who did not make')).toHaveCount(0);
  await look(reporter);
  await reporter.context().close();
});
