import { screen, waitFor } from '@testing-library/react';
import { heading, item, pass, queue, setUp, show, user } from '@/test/review-queue';

setUp();

test('the queue takes the focus, and its keys walk and decide', async () => {
  const asked = show();
  await heading('Rye bread');
  expect(item('Rye bread')).toHaveFocus();
  await user.keyboard('j');
  await heading('Late buns');
  await user.keyboard('k');
  await heading('Rye bread');
  await user.keyboard('a');
  expect(await screen.findByText('Approved: “Rye bread”')).toBeInTheDocument();
  await heading('Late buns');
  await waitFor(() => expect(item('Late buns')).toHaveFocus());
  await pass(11);
  expect(asked).toContain('DecideReview');
});

test('the item under review stays, on whichever page of the list, when verdicts are sent', async () => {
  const asked = show({ titles: ['One', 'Two', 'Three', 'Four'], first: 2 });
  await heading('One');
  await user.keyboard('a');
  await heading('Two');
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await user.click(await screen.findByRole('button', { name: /Four/ }));
  await heading('Four');
  expect(screen.getByText('3 items waiting')).toBeInTheDocument();
  await pass(12);
  expect(asked).toContain('DecideReview');
  await heading('Four');
  expect(screen.getByText('3 items waiting')).toBeInTheDocument();
  expect(item('Four')).toHaveAttribute('aria-current', 'true');
});

test('an open item that somebody else has decided is told of, and no other opens by itself', async () => {
  const asked = show({ titles: ['One', 'Two', 'Three'], tooLate: true });
  await heading('One');
  await user.keyboard('a');
  await heading('Two');
  queue.items = queue.items.filter(({ id }) => id === 'r2');
  await pass(12);
  expect(await screen.findByText(/decided meanwhile by somebody else/)).toBeInTheDocument();
  await user.keyboard('a');
  await pass(12);
  expect(asked.filter((name) => name === 'DecideReview')).toHaveLength(1);
  await user.keyboard('j');
  await heading('Three');
});

test('a letter decides nothing while the focus is elsewhere', async () => {
  const asked = show();
  await heading('Rye bread');
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  await user.keyboard('ajr');
  expect(asked).not.toContain('DecideReview');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await heading('Rye bread');
});

test('the author’s record stands beside what they wrote', async () => {
  show();
  const record = await screen.findByRole('complementary', { name: 'The author’s record' });
  expect(record).toHaveTextContent('2 ideas published');
  expect(record).toHaveTextContent('1 rejected');
  expect(record).toHaveTextContent('You are all fools');
  expect(record).toHaveTextContent('Rejected: Be kind');
});

test('an item that somebody else has decided leaves the queue, and the moderator is told', async () => {
  show({ tooLate: true });
  await heading('Rye bread');
  await user.keyboard('a');
  await pass(11);
  expect(await screen.findByText('Decided meanwhile.')).toBeInTheDocument();
  await heading('Late buns');
  await waitFor(() => expect(item('Late buns')).toHaveFocus());
});

test('so does one that was rejected', async () => {
  show({ tooLate: true });
  await heading('Rye bread');
  await user.keyboard('r');
  await user.click(await screen.findByRole('radio', { name: /Be kind/ }));
  await user.click(screen.getByRole('button', { name: 'Reject and tell the author' }));
  await pass(11);
  expect(await screen.findByText('Decided meanwhile.')).toBeInTheDocument();
  await heading('Late buns');
});
