import AxeBuilder from '@axe-core/playwright';
import { test as base, type Browser, expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const DEMO_PASSWORD = 'close the loop';

/** What the page complained of: errors of scripts, of the Content-Security-Policy, of the console. */
function listen(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // the browser itself reports answers such as 404 that a test may be about
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text());
  });
  return problems;
}

/** Every test fails on an uncaught error, a console error or a violation of the Content-Security-Policy. */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ page }, use) => {
      const problems = listen(page);
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** No violation of WCAG 2.2 A and AA that axe can find on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
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
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  expect(content, page.url()).toBeLessThanOrEqual(window);
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
  await signIn(page, `${account}@demo.example`);
  return page;
}

/** The address in the newest kept mail to somebody. */
export async function linkInMail(page: Page, to: string): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const list = await (await page.request.get('/dev/mail')).text();
    const mail = new RegExp(`href="(/dev/mail/[^"]+)"[^]*?${to}|${to}[^]*?href="(/dev/mail/[^"]+)"`).exec(list);
    if (mail) {
      const text = await (await page.request.get((mail[1] ?? mail[2])!)).text();
      const link = /https?:\/\/[^\s"'<>]+token=[\w.-]+/.exec(text);
      if (link) return link[0].replaceAll('&amp;', '&');
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`No mail to ${to}`);
}

export { expect, type Page };
