// The built product with its demo community, and a browser to look at it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { chromium } from '../../scripts/lib/chromium.mjs';
import { inRoot } from '../../scripts/lib/run.mjs';
import { PHONE } from './slow-phone.mjs';

const PORT = process.env.PORT ?? '4196';
export const SITE = `http://localhost:${PORT}`;

export const browse = (browser, options = {}) =>
  browser.newContext({ ...PHONE, locale: 'en-GB', serviceWorkers: 'block', ...options });

const ask = async (query) =>
  (
    await (
      await fetch(`${SITE}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    ).json()
  ).data;

/** An idea with much to read. */
async function anIdea() {
  const { company } = await ask('{ company(slug: "alagarza") { id } }');
  const { ideas } = await ask(`{ ideas(companyId: "${company.id}", order: TOP, first: 1) { edges { node { id } } } }`);
  return ideas.edges[0].node.id;
}

/** A page of the customer; each signs in anew, for a session that is used twice ends. */
export async function signedInPage(context) {
  // whatever the account's language
  await context.addCookies([{ name: 'lang', value: 'en', url: SITE }]);
  const page = await context.newPage();
  await page.goto(`${SITE}/sign-in`);
  await page.getByLabel('E-mail').fill('customer@demo.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('close the loop');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
  return page;
}

export async function withDemoSite(work) {
  await ensureBuilt(['server', 'pages']);
  const found = await chromium();
  if (!found) throw new Error('There is no Chromium: install one, or set CHROMIUM_PATH to it.');
  const server = spawn(process.execPath, [inRoot('test/support/browser-server.mjs')], {
    env: { ...process.env, PORT, PUBLIC_URL: SITE },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { chromium: driver } = await import('@playwright/test');
  const browser = await driver.launch({ executablePath: found.CHROMIUM_PATH, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    while (!(await fetch(SITE).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 500));
    await work({ browser, idea: await anIdea() });
  } finally {
    await browser.close();
    server.kill();
    await once(server, 'exit');
  }
}
