// `npm run screens`: takes the pictures under docs/screens of the built product with its demo community.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { chromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail, inRoot, say } from './lib/run.mjs';

const PORT = '4198';
const SITE = `http://localhost:${PORT}`;
const DESKTOP = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DARK = { colorScheme: 'dark' };

/** Each is a file's name, a page, how it is looked at, and who is signed in. */
const SCREENS = [
  ['challenge', '/alagarza/c/hour-before-boarding', DESKTOP],
  ['challenge-phone', '/alagarza/c/hour-before-boarding', { ...PHONE, ...DARK }],
  ['review', '/alagarza/review', DESKTOP, 'moderator'],
];

await ensureInstalled();
await ensureBuilt(['server', 'pages']);
const { CHROMIUM_PATH } = (await chromium()) ?? fail('There is no Chromium: install one, or set CHROMIUM_PATH to it.');
const server = spawn(process.execPath, [inRoot('test/support/browser-server.mjs')], {
  env: { ...process.env, PORT, PUBLIC_URL: SITE },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { chromium: driver } = await import('@playwright/test');
const browser = await driver.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox', '--disable-gpu'] });
try {
  while (!(await fetch(SITE).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 500));
  mkdirSync(inRoot('docs/screens'), { recursive: true });
  for (const [name, path, device, who] of SCREENS) {
    const page = await browser.newPage({ baseURL: SITE, locale: 'en-GB', reducedMotion: 'reduce', ...device });
    if (who) await signIn(page, who);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: inRoot('docs/screens', `${name}.png`) });
    say(`docs/screens/${name}.png`);
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
