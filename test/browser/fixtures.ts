import AxeBuilder from '@axe-core/playwright';
import { test as base, type Browser, expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const DEMO_PASSWORD = 'close the loop';

/** What the pages of a test complained of: errors of scripts, of the Content-Security-Policy, of the console. */
let problems: string[] = [];

function listen(page: Page): void {
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // the browser itself reports answers such as 404, and lost connections, that a test may be about
    if (message.type() === 'error' && !/^Failed to load resource|^WebSocket connection to/.test(message.text()))
      problems.push(message.text());
  });
}

/** Every test fails on an uncaught error, a console error or a violation of the Content-Security-Policy, of anybody. */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ page }, use) => {
      problems = [];
      listen(page);
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** No violation of WCAG 2.2 A and AA that axe can find on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // what has scrolled half under the bar on top would count as too small a target
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} @ ${nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect(found, page.url()).toEqual([]);
}

/** Nothing sticks out to the side, whatever the width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // not `innerWidth`: a phone makes room for what sticks out
  const content = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(content, page.url()).toBeLessThanOrEqual(page.viewportSize()!.width);
}

/** Signs in on the sign-in page and waits until the session is there; in English, whatever the account's language. */
export async function signIn(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.context().addCookies([{ name: 'lang', value: 'en', url: page.url() }]);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
}

/** A page of another person, with cookies of their own. */
export async function pageOf(browser: Browser, account: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  listen(page);
  await signIn(page, `${account}@demo.example`);
  return page;
}

/** The address in the newest kept mail to somebody. */
export async function linkInMail(page: Page, to: string): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const list = await (await page.request.get('/dev/mail')).text();
    // a row each: several people may be written to at the same time
    const row = list.split('<tr>').find((text) => text.includes(`>${to}<`));
    const mail = row && /href="([^"]+)"/.exec(row)?.[1];
    if (mail) {
      const text = await (await page.request.get(mail)).text();
      const link = /https?:\/\/[^\s"'<>]+token=[\w.-]+/.exec(text);
      if (link) return link[0].replaceAll('&amp;', '&');
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`No mail to ${to}`);
}

/** Fills and sends the form on the page; a mail follows. */
export async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page
    .getByLabel(/^Password/)
    .first()
    .fill('seven quiet lanterns');
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Somebody who has just come to the demo company: what they write waits for a review. */
export async function joinAsNewcomer(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/sign-up');
  await signUp(page, name, email);
  await page.goto(await linkInMail(page, email));
  await expect(page.getByRole('button', { name: `Account of ${name}` })).toBeVisible();
  await page.goto('/alagarza');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText(/Welcome to Alagarza/)).toBeVisible();
}

export { expect, type Page };
