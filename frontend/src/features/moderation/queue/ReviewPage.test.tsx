import { screen, waitFor } from '@testing-library/react';
import { heading, inputOf, item, pass, queue, settle, setUp, show, user } from '@/test/review-queue';

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
  await user.click(await screen.findByRole('button', { name: /^Four/ }));
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

test('what else a moderator weighs stands there: reports, findings, sanctions in force, the next step', async () => {
  show();
  await heading('Rye bread');
  const detail = screen.getByRole('region', { name: 'Rye bread' });
  expect(detail).toHaveTextContent('1 report');
  expect(detail).toHaveTextContent('It shouts.');
  expect(detail).toHaveTextContent('Watched words');
  expect(detail).toHaveTextContent('70%');
  expect(detail).toHaveTextContent('Suspended until');
  expect(detail).toHaveTextContent('they were warned before');
});

test('an item that somebody else has decided leaves the queue, and the moderator is told', async () => {
  show({ tooLate: true });
  await heading('Rye bread');
  await user.keyboard('a');
  await pass(11);
  expect(await screen.findByText(/“Rye bread” was decided or changed by somebody else/)).toBeInTheDocument();
  await heading('Late buns');
  await waitFor(() => expect(item('Late buns')).toHaveFocus());
});

test('so does one that was hidden with its reason', async () => {
  const sent: object[] = [];
  show({
    api: {
      DecideReview: (variables) => {
        sent.push(inputOf(variables));
        return { data: { decideReview: settle('r0', 'REJECTED') } };
      },
    },
  });
  await heading('Rye bread');
  await user.keyboard('h');
  await user.click(await screen.findByRole('radio', { name: /Be kind/ }));
  await user.type(screen.getByLabelText('A word to the author'), 'Leave the name out.');
  const statement = screen.getByRole('region', { name: 'What Bruno will read' });
  expect(statement).toHaveTextContent('Your idea is hidden');
  expect(statement).toHaveTextContent('Be kind Always.');
  expect(statement).toHaveTextContent('Leave the name out.');
  await user.click(screen.getByRole('button', { name: 'Hide and tell the author' }));
  await heading('Late buns');
  await pass(11);
  expect(sent).toEqual([{ reviewId: 'r0', version: 1, act: 'HIDE', ruleId: 'r1', note: 'Leave the name out.' }]);
});

test('a sanction is sent at once with its end, as the ladder proposes, and the item waits on', async () => {
  const sent: object[] = [];
  show({
    api: {
      DecideReview: (variables) => {
        sent.push(inputOf(variables));
        const review = Object.assign(queue.items[0]!, { version: 2 });
        return { data: { decideReview: review } };
      },
    },
  });
  await heading('Rye bread');
  await user.keyboard('s');
  await user.click(await screen.findByRole('radio', { name: /Be kind/ }));
  expect(screen.getByRole('spinbutton', { name: /^Days/ })).toHaveValue(1);
  await user.click(screen.getByRole('button', { name: 'Silence and tell the author' }));
  expect(await screen.findByText('Silenced: Bruno. The item waits on.')).toBeInTheDocument();
  expect(sent).toEqual([{ reviewId: 'r0', version: 1, act: 'SILENCE', ruleId: 'r1', note: null, days: 1 }]);
  await heading('Rye bread');
  expect(screen.getByText('2 items waiting')).toBeInTheDocument();
});
