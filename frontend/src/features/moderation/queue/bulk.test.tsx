import { screen, within } from '@testing-library/react';
import { heading, inputOf, item, pass, queue, rita, setUp, settle, show, user } from '@/test/review-queue';

setUp();

interface Together {
  reviews: { reviewId: string; version: number }[];
  act: string;
}

/** The server decides all but those in `refused`, and takes all back. */
function wave(refused: string[] = []) {
  const sent: object[] = [];
  const api = {
    DecideReviews: (variables: Record<string, never>) => {
      const input = inputOf<Together>(variables);
      sent.push(input);
      const ids = input.reviews.map(({ reviewId }) => reviewId);
      return {
        data: {
          decideReviews: {
            __typename: 'DecideReviewsPayload',
            decided: ids.filter((id) => !refused.includes(id)).map((id) => settle(id, 'REJECTED')),
            refused: refused.map((id) => ({ __typename: 'Refusal', id, code: 'CONFLICT' })),
          },
        },
      };
    },
    UndoDecisions: (variables: Record<string, never>) => {
      const { decisionIds } = inputOf<{ decisionIds: string[] }>(variables);
      sent.push(decisionIds);
      queue.items = [...queue.items, ...queue.gone.map((one) => ({ ...one, state: 'PENDING' }))].sort((a, b) =>
        a.id.localeCompare(b.id),
      );
      queue.gone = [];
      const undone = decisionIds.map((id) => ({
        __typename: 'Decision',
        id,
        undoneAt: '2026-05-05T10:00:00Z',
        undoneBecause: 'RECONSIDERED',
      }));
      return { data: { undoDecisions: { __typename: 'UndoDecisionsPayload', undone, refused: [] } } };
    },
  };
  return { sent, api };
}

const TITLES = ['Spam one', 'Spam two', 'Spam three', 'An idea'];
const dialog = () => within(screen.getByRole('dialog'));

test('a wave of spam is chosen by keys, looked at, removed in one go, and brought back by one undo', async () => {
  const { sent, api } = wave();
  show({ titles: TITLES, api });
  await heading('Spam one');
  await user.keyboard('xjjX');
  expect(screen.getByText('3 items selected')).toBeInTheDocument();
  await user.keyboard('b');
  const done = dialog().getByRole('region', { name: 'What will be done' });
  expect(
    within(done)
      .getAllByRole('listitem')
      .map((row) => row.textContent),
  ).toEqual(['Remove Spam one · Bruno', 'Remove Spam two · Bruno', 'Remove Spam three · Bruno']);
  await user.click(dialog().getByRole('radio', { name: /Be kind/ }));
  await user.click(dialog().getByRole('button', { name: 'Remove: 3' }));
  expect(await screen.findByText('Removed: 3 items')).toBeInTheDocument();
  expect(sent[0]).toMatchObject({
    act: 'REMOVE',
    ruleId: 'r1',
    reviews: [0, 1, 2].map((n) => ({ reviewId: `r${n}`, version: 1 })),
  });
  expect(screen.queryByRole('button', { name: /^Spam/ })).not.toBeInTheDocument();
  expect(item('An idea')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('3 decisions are taken back.')).toBeInTheDocument();
  expect(sent[1]).toEqual(['dr0', 'dr1', 'dr2']);
  expect(await screen.findByRole('button', { name: /^Spam two/ })).toBeInTheDocument();
});

test('one that cannot be decided about is left out, and one that was refused is told of', async () => {
  const { sent, api } = wave(['r1']);
  show({ titles: TITLES, api });
  Object.assign(queue.items[2]!, { claimedBy: rita, claimedUntil: '2999-01-01T10:00:00Z' });
  await heading('Spam one');
  await user.click(screen.getByRole('checkbox', { name: 'Select “Spam one”' }));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('checkbox', { name: 'Select “Spam three”' }));
  await user.keyboard('{/Shift}');
  await user.click(screen.getByRole('button', { name: /^Decide together/ }));
  expect(dialog().getByText('1 stays as it is')).toBeInTheDocument();
  await user.click(dialog().getByRole('radio', { name: /Be kind/ }));
  await user.click(dialog().getByRole('button', { name: 'Remove: 2' }));
  expect(await screen.findByText(/1 item stays as it was/)).toBeInTheDocument();
  expect((sent[0] as Together).reviews.map(({ reviewId }) => reviewId)).toEqual(['r0', 'r1']);
  await pass(0);
  expect(item('Spam two')).toBeInTheDocument();
});

test('ideas are moved together to where ideas are taken; who is there already stays', async () => {
  const { sent, api } = wave();
  const challenge = { __typename: 'Challenge', id: 'c7', title: 'Better mornings' };
  const node = { ...challenge, currentPhase: { __typename: 'Phase', id: 'p7', maySubmit: true } };
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  const edges = [{ __typename: 'ChallengeEdge', node }];
  const places = { data: { challenges: { __typename: 'ChallengeConnection', edges, pageInfo } } };
  show({ titles: TITLES, api: { ...api, PlacesToMoveTo: () => places } });
  const there = { ...challenge, slug: 'mornings', summary: '', language: 'EN' };
  Object.assign(queue.items[1]!.idea, { challenge: there });
  await heading('Spam one');
  await user.keyboard('xjjXb');
  await user.selectOptions(dialog().getByRole('combobox', { name: 'What is done' }), 'Move');
  await dialog().findByRole('option', { name: 'Better mornings' });
  await user.selectOptions(dialog().getByRole('combobox', { name: /Where does it belong/ }), 'Better mornings');
  expect(dialog().getByText('1 stays as it is')).toBeInTheDocument();
  await user.click(dialog().getByRole('button', { name: 'Move: 2' }));
  expect(await screen.findByText('Moved: 2 items')).toBeInTheDocument();
  expect(sent[0]).toMatchObject({ act: 'MOVE', challengeId: 'c7', reviews: [{ reviewId: 'r0' }, { reviewId: 'r2' }] });
});
