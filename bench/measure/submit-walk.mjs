// From a company's page to a published idea, as a member does it on a slow phone.
import { browse, SITE, signedInPage } from './demo-site.mjs';
import { slowDown } from './slow-phone.mjs';

/** Words a minute on phones: K. Palin et al., How do People Type on Mobile Devices?, MobileHCI 2019: 36.2, of 5 letters. */
const WORDS_A_MINUTE = 36.2;
const DELAY = 60_000 / (WORDS_A_MINUTE * 5);
/** People read before they tap. */
const LOOK = 1500;

const TITLE = 'A shaded bench at every gate';
const BODY = 'People who cannot stand for long could rest while they wait to board.';

/** How many taps and letters it takes, how long it was waited for answers, and how long it took in all (seconds). */
export async function submitWalk(browser) {
  const context = await browse(browser);
  const page = await signedInPage(context);
  await slowDown(page);
  await page.goto(`${SITE}/alagarza`, { waitUntil: 'networkidle' });
  const walk = { taps: 0, letters: 0 };
  const began = Date.now();
  const tap = async (target) => {
    await target.waitFor();
    await page.waitForTimeout(LOOK);
    await target.tap();
    walk.taps++;
  };
  const type = async (target, text) => {
    await tap(target);
    await target.pressSequentially(text, { delay: DELAY });
    walk.letters += text.length;
  };
  await tap(page.getByRole('link', { name: 'Share an idea' }).filter({ visible: true }).first());
  await type(page.getByLabel('Your idea in one line'), TITLE);
  await type(page.getByLabel('What would change, and for whom?'), BODY);
  await tap(page.getByRole('button', { name: 'Publish' }));
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  walk.seconds = (Date.now() - began) / 1000;
  await context.close();
  return { ...walk, waited: walk.seconds - (walk.letters * DELAY + walk.taps * LOOK) / 1000 };
}
