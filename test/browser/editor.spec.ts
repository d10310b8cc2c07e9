import { expect, expectAccessible, expectNoSidewaysScroll, type Page, signIn, test } from './fixtures.js';

const steps = (page: Page) => page.getByRole('navigation', { name: 'Steps' });
const step = (page: Page, name: string) => steps(page).getByRole('link', { name: new RegExp(name) });
const saved = (page: Page) => expect(page.getByText(/^Saved \d/)).toBeVisible();
const question = (page: Page) => page.getByLabel('The question, in one line');

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    test.setTimeout(240_000);

    test('a challenge is made from a template, survives a closed tab, gets its dates, and is published', async ({
      page,
      context,
    }, info) => {
      const title = `What is missing at breakfast? ${info.project.name} ${scheme} ${Date.now()}`;
      await signIn(page, 'manager@demo.example');
      await page.goto('/alagarza/manage/challenges/new');
      await expect(page.getByRole('heading', { level: 1, name: 'New challenge' })).toBeVisible();
      await looksRight(page);
      await page.getByRole('button', { name: /^Product idea/ }).click();
      await question(page).fill(title);
      await saved(page);
      await expect(page).not.toHaveURL(/challenges\/new/);
      await expect(question(page)).toBeFocused();
      await looksRight(page);

      // a tab that is closed before anything could be sent
      await context.setOffline(true);
      await page.getByLabel('In one or two sentences').fill('Tell us before the first train.');
      await expect(page.getByText('Not saved: offline, kept on this device')).toBeVisible();
      const address = page.url();
      await page.close();
      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(address);
      await expect(again.getByLabel('In one or two sentences')).toHaveValue('Tell us before the first train.');
      await saved(again);

      await step(again, 'Phases').click();
      await expect(again).toHaveURL(/step=phases/);
      const end = again.getByRole('slider', { name: 'End of “Ideas and votes”, start of “Making ideas better”' });
      const day = async () => Number(await end.getAttribute('aria-valuenow'));
      const before = await day();
      await end.focus();
      await again.keyboard.press('ArrowRight');
      await again.keyboard.press('Shift+ArrowRight');
      expect((await day()) - before).toBe(6);
      await expect(again.getByText('A phase lasts until after its start.')).toBeVisible();
      await again.keyboard.press('ArrowLeft');
      await expect(again.getByText('A phase lasts until after its start.')).toBeHidden();
      const afterKeys = await day();
      const box = (await end.boundingBox())!;
      await again.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await again.mouse.down();
      await again.mouse.move(box.x - 60, box.y + box.height / 2, { steps: 6 });
      await again.mouse.up();
      expect(await day()).toBeLessThan(afterKeys);
      await looksRight(again);

      const starts = again.getByLabel('The whole plan starts');
      const past = new Date(Date.now() - 3_600_000);
      const local = new Date(past.getTime() - past.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
      const ended = (await end.getAttribute('aria-valuetext'))!;
      await starts.fill(local);
      await starts.blur();
      await expect(starts).toHaveValue(local);
      await expect(end).not.toHaveAttribute('aria-valuetext', ended);
      for (const name of ['Prizes', 'Terms', 'Check']) {
        await step(again, name).click();
        await expect(again.getByRole('heading', { level: 2, name: new RegExp(`^Step .*${name}`) })).toBeVisible();
        await looksRight(again);
      }
      const toggle = again.getByRole('button', { name: 'Preview', exact: true });
      if (await toggle.isVisible()) await toggle.click();
      const preview = again.getByRole('region', { name: 'Preview' });
      await expect(preview.getByText(title)).toBeVisible();
      await expect(preview.getByText('Tell us before the first train.')).toBeVisible();
      await expect(preview.getByRole('heading', { name: 'Why we ask' })).toBeVisible();
      await looksRight(again);
      if (await toggle.isVisible()) await toggle.click();

      await expect(again.getByText('It can be published as it is.')).toBeVisible();
      await again.getByRole('button', { name: 'Publish now' }).click();
      await expect(again.getByText('It is public now.')).toBeVisible();
      await again.getByRole('link', { name: 'Open its page' }).click();
      await expect(again.getByRole('heading', { level: 1, name: title })).toBeVisible();
    });

    test('a company’s colour can always be read, and leaving without saving asks first', async ({ page }) => {
      await signIn(page, 'owner@demo.example');
      await page.goto('/alagarza/settings');
      const color = page.getByRole('textbox', { name: 'Colour', exact: true });
      const former = await color.inputValue();
      await color.fill('#ffd400');
      await expect(page.getByText(/On light pages it cannot be read: 1.4 to 1/)).toBeVisible();
      await expect(page.getByText('There are changes that are not saved.')).toBeVisible();
      await looksRight(page);
      await page.getByRole('button', { name: /Take the nearest that can be read on white: #806a00/ }).click();
      await expect(page.getByText(/On light pages it can be read/)).toBeVisible();
      await page.getByRole('link', { name: 'Ideas', exact: true }).first().click();
      await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(color).toHaveValue('#806a00');
      await page.getByRole('button', { name: 'Discard' }).click();
      await expect(color).toHaveValue(former);
    });

    test('three people are invited with one pasted list', async ({ page }, info) => {
      const name = (one: string) => `${one}-${info.project.name}-${scheme}-${Date.now()}@people.example`;
      const [ana, leo, eva] = [name('ana'), name('leo'), name('eva')];
      await signIn(page, 'owner@demo.example');
      await page.goto('/alagarza/members');
      await page.getByLabel('E-mail addresses').fill(`Ana <${ana}>, ${leo}; ${leo}\n${eva} nonsense`);
      await expect(page.getByText('3 addresses to invite')).toBeVisible();
      await expect(page.getByText(`Named twice, invited once: ${leo}`)).toBeVisible();
      await expect(page.getByText('No address: nonsense')).toBeVisible();
      await page.getByRole('button', { name: 'Invite 3 people' }).click();
      for (const email of [ana, leo, eva])
        await expect(page.getByText(`${email}: the invitation is on its way`)).toBeVisible();
      await expect(page.getByLabel('E-mail addresses')).toHaveValue('nonsense');
      await page.getByRole('button', { name: `Send the invitation to ${leo} again` }).click();
      await expect(page.getByText(`The invitation to ${leo} is on its way again.`)).toBeVisible();
      await page.getByRole('button', { name: `Withdraw the invitation to ${eva}` }).click();
      await expect(page.getByRole('button', { name: `Withdraw the invitation to ${eva}` })).toBeHidden();
      await page.getByText('What each role may do').click();
      await looksRight(page);
    });
  });
}
