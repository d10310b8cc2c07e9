import { expect, expectNoSidewaysScroll, type Page, signIn, test } from './fixtures.js';
import { anIdea, MEMBER, open, STAFF, VISITOR } from './site.js';

/** Texts that do not fit the box they stand in. What scrolls by itself, and what only readers hear, is left out. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || element.matches('input, textarea, select');
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1 && element.textContent?.trim())
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => {
        for (let each: Element | null = element; each; each = each.parentElement) if (scrolls(each)) return false;
        return true;
      })
      .map(({ tagName, className, textContent }) => `${tagName}.${className}: ${textContent?.slice(0, 60)}`);
  });

// 1280 pixels at a zoom of 400 %, WCAG 2.2 1.4.10; as a phone sees it and as a desktop does
test.use({ viewport: { width: 320, height: 640 } });
test.setTimeout(180_000);

for (const [lang, account] of [
  ['es', null],
  ['it', 'customer'],
  ['es', 'manager'],
  ['en', 'manager'],
] as const) {
  test(`320 pixels are enough in ${lang}, for ${account ?? 'a visitor'} @desktop`, async ({ page, context }) => {
    if (account) await signIn(page, `${account}@demo.example`);
    await page.goto('/');
    await context.addCookies([{ name: 'lang', value: lang, url: page.url() }]);
    const paths = { visitor: VISITOR, customer: MEMBER, manager: STAFF }[account ?? 'visitor'];
    for (const path of [...paths, await anIdea(page)]) {
      await open(page, path);
      await expectNoSidewaysScroll(page);
      expect(await cutOff(page), `${path} in ${lang}`).toEqual([]);
    }
  });
}
