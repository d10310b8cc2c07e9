import { act, screen, waitFor } from '@testing-library/react';
import { endSession } from '@/lib/session';
import { toastError } from '@/lib/toasts';
import { sendUnsent } from '@/lib/unsent';
import { heading, item, pass, setUp, show, user } from '@/test/review-queue';

setUp();

test('a key that is held down decides once, and walks on', async () => {
  show({ titles: ['Rye bread', 'Late buns', 'Warm oven'] });
  await heading('Rye bread');
  await user.keyboard('{a>3/}');
  expect(item('Late buns')).toBeInTheDocument();
  expect(item('Warm oven')).toBeInTheDocument();
  await user.keyboard('{j>3/}');
  await heading('Warm oven');
});

test('a verdict that is undone, by key or by its message, is never sent', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('a');
  await heading('Late buns');
  await user.keyboard('z');
  await heading('Rye bread');
  expect(item('Rye bread')).toHaveFocus();
  await user.keyboard('a');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await heading('Rye bread');
  await waitFor(() => expect(item('Rye bread')).toHaveFocus());
  await pass(30);
  expect(asked).not.toContain('DecideReview');
});

test('each verdict can be undone for ten seconds, whatever comes after it', async () => {
  const asked = show({ titles: ['Same', 'Same', 'Same', 'Same', 'Same'] });
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Same/ })).toHaveLength(5));
  await pass(1);
  await user.keyboard('aaaa');
  for (const message of ['One', 'Two', 'Three', 'Four']) act(() => void toastError(message));
  await pass(8);
  expect(asked).not.toContain('DecideReview');
  await user.keyboard('zz');
  await pass(4);
  expect(asked.filter((name) => name === 'DecideReview')).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: /^Same/ })).toHaveLength(3);
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('no time passes while the moderator is asked for a reason', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('ah');
  await screen.findByRole('radio', { name: /Be kind/ });
  await pass(60);
  expect(asked).not.toContain('DecideReview');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await pass(11);
  expect(asked).toContain('DecideReview');
});

test('who leaves on purpose sends what was decided; who only loses the session does not, nor does the next person', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('a');
  await act(sendUnsent);
  expect(asked.filter((name) => name === 'DecideReview')).toHaveLength(1);
  await heading('Late buns');
  await user.keyboard('a');
  act(() => endSession());
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument());
  await pass(30);
  expect(asked.filter((name) => name === 'DecideReview')).toHaveLength(1);
});

test('the last verdict of a queue can be undone by its key too', async () => {
  show();
  await heading('Rye bread');
  await user.keyboard('aa');
  expect(await screen.findByText('All clear')).toBeInTheDocument();
  await user.keyboard('z');
  await heading('Late buns');
});

test('a verdict is sent when the page is left', async () => {
  const asked = show();
  await heading('Rye bread');
  await user.keyboard('a');
  act(() => void window.dispatchEvent(new Event('pagehide')));
  await waitFor(() => expect(asked).toContain('DecideReview'));
});
