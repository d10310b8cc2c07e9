import { screen, waitFor } from '@testing-library/react';
import { heading, inputOf, item, pass, queue, rita, setUp, show, user } from '@/test/review-queue';

setUp();

const refused = (code: string) => ({ errors: [{ message: 'Refused.', extensions: { code } }] });
const claimed = () => Object.assign(queue.items[0]!, { claimedBy: rita, claimedUntil: '2999-01-01T10:00:00Z' });

test('an item is taken by who stays at it, and left to others by who goes on', async () => {
  const [taken, left]: [string[], string[]] = [[], []];
  const api = {
    ClaimReview: (variables: Record<string, never>) => {
      const { reviewId: id } = inputOf<{ reviewId: string }>(variables);
      taken.push(id);
      return { data: { claimReview: { __typename: 'Review', id, claimedBy: null, claimedUntil: null } } };
    },
    ReleaseReview: (variables: Record<string, never>) => {
      const { reviewId: id } = inputOf<{ reviewId: string }>(variables);
      left.push(id);
      return { data: { releaseReview: { __typename: 'Review', id, claimedBy: null, claimedUntil: null } } };
    },
  };
  show({ titles: ['One', 'Two', 'Three'], api });
  await heading('One');
  await user.keyboard('j');
  await heading('Two');
  await pass(1);
  expect(taken).toEqual(['r1']);
  await user.keyboard('j');
  await heading('Three');
  await pass(1);
  expect(left).toEqual(['r1']);
  expect(taken).toEqual(['r1', 'r2']);
});

test('what somebody else is at can be read, and not decided about', async () => {
  const asked = show();
  claimed();
  await heading('Late buns');
  expect(item('Rye bread')).toHaveTextContent('Rita is at it');
  await user.keyboard('k');
  await heading('Rye bread');
  expect(screen.getByText(/Rita is at it until .* You can read it/)).toBeInTheDocument();
  expect(screen.getByText('About Rye bread')).toBeInTheDocument();
  await user.keyboard('ah');
  await pass(12);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(asked).not.toContain('DecideReview');
});

test('who comes second to an item is told, and can go on', async () => {
  show({
    api: {
      ClaimReview: (variables) => {
        if (inputOf<{ reviewId: string }>(variables).reviewId === 'r0') claimed();
        return refused('CLAIMED');
      },
    },
  });
  await heading('Rye bread');
  await pass(1);
  expect(await screen.findByText('Somebody else took “Rye bread” a moment before you.')).toBeInTheDocument();
  expect(await screen.findByText(/Rita is at it until/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
});

test('who opens what has just been decided is told, and it leaves the list', async () => {
  show({
    api: {
      ClaimReview: () => {
        queue.gone = queue.items.filter(({ id }) => id === 'r0').map((one) => ({ ...one, state: 'APPROVED' }));
        queue.items = queue.items.filter(({ id }) => id !== 'r0');
        return refused('CONFLICT');
      },
    },
  });
  await heading('Rye bread');
  await pass(1);
  expect(await screen.findByText(/“Rye bread” was decided a moment ago by somebody else/)).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Rye bread/ })).not.toBeInTheDocument());
});
