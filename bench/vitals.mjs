// `npm run bench -- vitals [runs]`: what a person with a slow phone waits for, on the demo community.
import fs from 'node:fs';
import { browse, signedInPage, SITE, withDemoSite } from './measure/demo-site.mjs';
import { machine, median, table } from './measure/figures.mjs';
import { slowDown, watch } from './measure/slow-phone.mjs';
import { submitWalk } from './measure/submit-walk.mjs';

const TARGETS = { lcp: 2500, cls: 0.1, interaction: 200 };
const PAGES = (idea) => [
  ['home', '/'],
  ['company', '/alagarza'],
  ['challenge', '/alagarza/c/hour-before-boarding'],
  ['idea', `/i/${idea}`],
  ['ideas', '/alagarza/ideas'],
  ['submit', '/alagarza/c/hour-before-boarding/new'],
];

/** Presses of a signed-in customer, each on a page that has just been loaded. */
const PRESSES = [
  ['vote', '/alagarza/ideas', (page) => page.getByRole('button', { name: /^Vote for/, pressed: false }).first()],
  ['order', '/alagarza/ideas', (page) => page.getByText('Top', { exact: true }).first()],
  ['filter', '/alagarza/ideas', (page) => page.getByRole('button', { name: 'Filter' })],
  ['account menu', '/alagarza', (page) => page.getByRole('button', { name: /^Account of/ })],
];

/** One cold visit. */
async function visit(browser, path) {
  const context = await browse(browser);
  const page = await context.newPage();
  const traffic = await slowDown(page);
  await watch(page);
  await page.goto(SITE + path, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(() => globalThis.vitals);
  await context.close();
  return { ...seen, ...traffic };
}

async function press(browser, [, path, target]) {
  const context = await browse(browser);
  const page = await signedInPage(context);
  await slowDown(page);
  await watch(page);
  await page.goto(SITE + path, { waitUntil: 'networkidle' });
  await target(page).waitFor();
  await page.evaluate(() => (globalThis.vitals.interaction = 0));
  await target(page).tap();
  await page.waitForTimeout(1500);
  const { interaction } = await page.evaluate(() => globalThis.vitals);
  await context.close();
  return interaction;
}

async function repeat(runs, measure) {
  const results = [];
  for (let run = 0; run < runs; run++) results.push(await measure());
  return results;
}

const verdict = (value, target) => `${value}${value <= target ? '' : ' ✗'}`;

export async function run([runs = '5']) {
  await withDemoSite(async ({ browser, idea }) => {
    const pages = [];
    for (const [name, path] of PAGES(idea)) {
      const results = await repeat(Number(runs), () => visit(browser, path));
      const of = (key) => median(results.map((result) => result[key]));
      const [fcp, lcp, cls] = [Math.round(of('fcp')), Math.round(of('lcp')), Number(of('cls').toFixed(3))];
      const element = results.at(-1).element;
      pages.push([
        name,
        fcp,
        verdict(lcp, TARGETS.lcp),
        element,
        verdict(cls, TARGETS.cls),
        of('requests'),
        Math.round(of('bytes') / 1000),
      ]);
      console.log(pages.at(-1).join('  '));
    }
    const presses = [];
    for (const each of PRESSES) {
      const results = await repeat(Number(runs), () => press(browser, each));
      presses.push([each[0], verdict(median(results), TARGETS.interaction)]);
      console.log(presses.at(-1).join('  '));
    }
    const walk = await submitWalk(browser);
    const text = `# What a slow phone waits for

Machine: ${machine()}, ${browser.version()} without a screen, server and browser on the same machine.
Conditions: 412 × 823, CPU four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms to each answer, nothing cached, no service worker; the demo community; medians of ${runs} visits.
Command: \`npm run bench -- vitals ${runs}\`. ✗ misses its target: largest paint ≤ ${TARGETS.lcp} ms, layout shift ≤ ${TARGETS.cls}, interaction ≤ ${TARGETS.interaction} ms.

${table(['page', 'first paint ms', 'largest paint ms', 'largest', 'layout shift', 'requests', 'kB'], pages)}

${table(['press', 'until it shows, ms'], presses)}

A member on the company's page shares an idea: ${walk.taps} taps and ${walk.letters} letters, ${Math.round(walk.seconds)} seconds in all (target ≤ 60), of which ${walk.waited.toFixed(1)} for the site; the rest is 1.5 s to look before each tap, and typing at 36.2 words a minute (Palin et al., MobileHCI 2019).
`;
    console.log(`\n${text}`);
    fs.mkdirSync('bench/results', { recursive: true });
    fs.writeFileSync('bench/results/vitals.md', text);
  });
}
