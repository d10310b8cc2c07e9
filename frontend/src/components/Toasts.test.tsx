import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { endSession } from '@/lib/session';
import { toast, toasts } from '@/lib/toasts';
import { signInAna } from '@/test/render';
import { Toasts } from './Toasts';

function show() {
  toasts.set([]);
  render(
    <I18nProvider i18n={i18n}>
      <button type="button">Here</button>
      <button type="button">There</button>
      <Toasts />
    </I18nProvider>,
  );
}
const say = (message: string, options?: Parameters<typeof toast>[1]) => act(() => void toast(message, options));
const button = (name: string) => screen.getByRole('button', { name });

test('three are shown, the newest; one that stays makes room for none', () => {
  show();
  say('Decided', { stays: true });
  for (const message of ['One', 'Two', 'Three', 'Four']) say(message);
  expect(toasts.get().map(({ message }) => message)).toEqual(['Decided', 'Two', 'Three', 'Four']);
});

test('the focus goes back once to where it came from, and later messages leave it alone', async () => {
  show();
  say('One');
  button('Here').focus();
  act(() => button('Close').focus());
  await userEvent.keyboard('{Enter}');
  expect(button('Here')).toHaveFocus();
  act(() => (document.activeElement as HTMLElement).blur());
  say('Two');
  expect(document.body).toHaveFocus();
});

test('what was said to one person, and what could be undone by them, is gone when the next one looks', () => {
  show();
  signInAna();
  const undo = jest.fn();
  say('Your vote was taken back.', { action: { label: 'Undo', run: undo } });
  act(() => endSession());
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});
