import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  linkInMail,
  type Page,
  signIn,
  signUp,
  test,
} from './fixtures.js';

const title = (page: Page) => page.getByLabel('Your idea in one line');
const body = (page: Page) => page.getByLabel('What would change, and for whom?');
const similar = (page: Page) => page.getByRole('region', { name: /Is it one of these|Similar ideas/ });

/** Where a field stands, to see that nothing has moved it. */
const placeOf = async (page: Page) => (await body(page).boundingBox())!.y;

/** A small picture, pasted as from the clipboard of a phone. */
async function pastePicture(page: Page): Promise<void> {
  await body(page).evaluate(async (area) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
    canvas.getContext('2d')!.fillRect(0, 0, 40, 30);
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
    const data = new DataTransfer();
    data.items.add(new File([blob], 'bench-in-the-sun.png', { type: 'image/png' }));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
}

test('a visitor writes, sees what is similar, signs up on the way, loses nothing, adds a picture and publishes', async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const mark = `${info.project.name} ${Date.now()}`;
  const email = `writer-${info.project.name}-${Date.now()}@people.example`;
  const line = `A wheelchair ramp to the river ${mark}`;
  await page.goto('/ribalirio/new');
  const before = await placeOf(page);
  await title(page).pressSequentially('A wheelchair ramp to the rivr');
  await expect(similar(page).getByRole('link', { name: 'A ramp down to the water' })).toBeVisible();
  expect(await placeOf(page)).toBe(before);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await similar(page).getByRole('button', { name: 'None of these, go on' }).click();
  await expect(body(page)).toBeFocused();
  await title(page).fill(line);
  await body(page).fill('There are **only stairs** now.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('only stairs')).toHaveCSS('font-weight', /[67]\d\d/);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.reload();
  await expect(title(page)).toHaveValue(line);

  await page.getByRole('button', { name: 'Sign in and publish' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click();
  await signUp(page, 'Wanda Writer', email);
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  await expectAccessible(page);

  // the mail is opened in another tab, where the writing goes on; the first one follows
  const other = await page.context().newPage();
  await other.goto(await linkInMail(other, email));
  await expect(title(other)).toHaveValue(line);
  await expect(title(page)).toHaveValue(line);
  await page.close();
  await other.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await expect(other.getByText('Draft saved.')).toBeVisible();
  await pastePicture(other);
  await expect(other.getByRole('button', { name: /Remove bench-in-the-sun/ })).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Publish' }).click();
  await expect(other.getByRole('heading', { level: 1, name: line })).toBeVisible();
  await expect(other.getByText('only stairs')).toBeVisible();
  await expect(other.getByRole('link', { name: /bench-in-the-sun/ })).toBeVisible();
  await other.goto('/ribalirio/new');
  await expect(title(other)).toHaveValue('');
});

test('who finds the idea there already votes for it with one tap, and goes there', async ({ page }, info) => {
  await signIn(page, info.project.name === 'phone' ? 'moderator@demo.example' : 'customer@demo.example');
  await page.goto('/crostalenta/new');
  await title(page).fill('Il numeretto contro i furbi');
  const card = similar(page).getByRole('listitem').filter({ hasText: 'Numeretto elimina-furbi' });
  const vote = card.getByRole('button', { name: 'Vote for it instead' });
  const back = card.getByRole('button', { name: 'Take my vote back' });
  await expect(vote.or(back)).toBeVisible();
  if (await back.isVisible()) await back.click();
  const before = await placeOf(page);
  await vote.click();
  await expect(back).toBeFocused();
  expect(await placeOf(page)).toBe(before);
  await expectAccessible(page);
  await card.getByRole('link', { name: 'Go there' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numeretto elimina-furbi' })).toBeVisible();
  await expect(
    page
      .getByRole('button', { name: /^Vote for “Numeretto elimina-furbi”/ })
      .filter({ visible: true })
      .first(),
  ).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(title(page)).toHaveValue('Il numeretto contro i furbi');
});

test('many similar ideas scroll within their list, and the page stays as wide as the screen', async ({ page }) => {
  await signIn(page, 'newcomer@demo.example');
  await page.goto('/alagarza/new');
  await title(page).fill('Keep the buggy at the gate, tell me which door');
  await expect(similar(page).getByRole('listitem').nth(2)).toBeAttached();
  await expectNoSidewaysScroll(page);
});

test('a visitor who votes instead finds the writing again after signing in', async ({ page }) => {
  await page.goto('/ribalirio/new');
  await page.context().addCookies([{ name: 'lang', value: 'en', url: page.url() }]);
  await title(page).fill('A ramp to the river');
  await similar(page).getByRole('button', { name: 'Vote for it instead' }).first().click();
  await page.getByLabel('E-mail').fill('newcomer@demo.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('close the loop');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(title(page)).toHaveValue('A ramp to the river');
  await expect(similar(page).getByRole('link', { name: 'A ramp down to the water' })).toBeVisible();
});
