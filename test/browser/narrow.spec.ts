import { expect, expectNoSidewaysScroll, type Page, signIn, test } from './fixtures.js';
import { anIdea, MEMBER, open, STAFF, VISITOR } from './site.js';

/** Texts that end outside of the window, or of a box that hides what is beyond. What scrolls by itself is left out. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!node.textContent?.trim() || !parent.checkVisibility()) continue;
      range.selectNodeContents(node);
      const { left, right, width } = range.getBoundingClientRect();
      let [from, to, free] = [0, innerWidth, width === 0];
      for (let box: Element | null = parent; box; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        const bounds = box.getBoundingClientRect();
        // for screen readers alone
        if (['auto', 'scroll'].includes(overflowX) || bounds.width <= 1) free = true;
        if (['hidden', 'clip'].includes(overflowX))
          [from, to] = [Math.max(from, bounds.left), Math.min(to, bounds.right)];
      }
      if (!free && (left < from - 1 || right > to + 1))
        found.push(`${parent.className}: ${node.textContent.slice(0, 60)}`);
    }
    return found;
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
