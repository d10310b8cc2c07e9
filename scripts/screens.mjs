// `npm run screens`: takes the pictures under docs/screens of the built product with its demo community.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { chromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, inRoot, say } from './lib/run.mjs';

const PORT = '4198';
const SITE = `http://localhost:${PORT}`;
const DESKTOP = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DARK = { colorScheme: 'dark' };

/** Every main screen: a file's name, its address, and who is signed in; each at a desk by day and on a phone by night. */
const SCREENS = [
  ['home', '/'],
  ['company', '/alagarza'],
  ['challenge', '/alagarza/c/hour-before-boarding'],
  ['ideas', '/alagarza/ideas'],
  ['idea', null],
  ['submit', '/alagarza/c/hour-before-boarding/new', 'customer'],
  ['me', '/me', 'customer'],
  ['notifications', '/me?tab=notifications', 'customer'],
  ['wallet', '/me?tab=rewards', 'customer'],
  ['rewards', '/alagarza/rewards?part=catalogue', 'customer'],
  ['leaderboard', '/alagarza/rewards?part=leaderboard', 'customer'],
  ['review', '/alagarza/review', 'moderator'],
  ['console', '/alagarza/manage', 'manager'],
  ['answers', '/alagarza/manage/answers', 'manager'],
  ['insights', '/alagarza/manage/insights', 'manager'],
  ['prizes', '/crostalenta/manage/rewards?part=prizes', 'manager'],
  ['points', '/alagarza/manage/rewards?part=points', 'manager'],
  ['fair-play', '/alagarza/manage/rewards?part=fairplay', 'manager'],
  ['editor', '/alagarza/manage/challenges/new', 'manager'],
  ['members', '/alagarza/members', 'manager'],
  ['settings', '/alagarza/settings', 'owner'],
];
const LOOKS = [
  ['', DESKTOP],
  ['-phone', { ...PHONE, ...DARK }],
];

await ensureInstalled();
await ensureBuilt(['server', 'pages']);
const { CHROMIUM_PATH } = (await chromium()) ?? fail('There is no Chromium: install one, or set CHROMIUM_PATH to it.');
const server = spawn(process.execPath, [inRoot('test/support/browser-server.mjs')], {
  env: { ...process.env, PORT, PUBLIC_URL: SITE },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { chromium: driver } = await import('@playwright/test');
const { Transformer } = await import('@napi-rs/image');
const browser = await driver.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox', '--disable-gpu'] });
try {
  while (!(await fetch(SITE).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 500));
  mkdirSync(inRoot('docs/screens'), { recursive: true });
  const idea = await deliveredIdea();
  for (const [name, path, who] of SCREENS)
    for (const [suffix, device] of LOOKS) {
      const page = await browser.newPage({ baseURL: SITE, locale: 'en-GB', reducedMotion: 'reduce', ...device });
      if (who) await signIn(page, who);
      await page.goto(path ?? `/i/${idea}`, { waitUntil: 'networkidle' });
      const file = `docs/screens/${name}${suffix}.webp`;
      writeFileSync(inRoot(file), await new Transformer(await page.screenshot()).webp(80));
      say(file);
      await page.close();
    }
} finally {
  await browser.close();
  server.kill();
  await once(server, 'exit');
}

async function signIn(page, who) {
  await page.goto('/sign-in');
  await page.context().addCookies([{ name: 'lang', value: 'en', url: SITE }]);
  await page.getByLabel('E-mail').fill(`${who}@demo.example`);
  await page.getByRole('textbox', { name: 'Password' }).fill('close the loop');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
}

/** An idea with a whole story behind it. */
async function deliveredIdea() {
  const ask = async (query) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${SITE}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()).data;
  };
  const { company } = await ask('{ company(slug: "alagarza") { id } }');
  const { ideas } = await ask(
    `{ ideas(companyId: "${company.id}", order: DELIVERED, first: 1) { edges { node { id } } } }`,
  );
  return ideas.edges[0].node.id;
}
