import { screen, waitFor } from '@testing-library/react';
import { type Answer, fakeApi, renderPart, signInAna } from '@/test/render';
import { NotesPart } from './NotesPart';

const giver = { __typename: 'User', id: 'u3', displayName: 'Nora', avatarUrl: null, erased: false };
const receiver = { __typename: 'User', id: 'u1', displayName: 'Ana', avatarUrl: null, erased: false };
const gift = (id: string, more: object = {}) => ({
  ...{ __typename: 'Gift', id, kind: 'POINTS', points: 15, note: `You helped us (${id}).`, at: '2026-01-01T00:00:00Z' },
  ...{
    seenAt: '2026-01-02T00:00:00Z',
    takenBackAt: null,
    takenBackBecause: null,
    commentId: null,
    badge: null,
    reward: null,
    idea: null,
  },
  ...{ viewerCanTakeBack: false, giver, receiver },
  ...more,
});

function show(gifts: object[]) {
  const seen: string[][] = [];
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  fakeApi({
    MyGifts: () => ({
      data: {
        viewerGifts: {
          ...{ __typename: 'GiftConnection', pageInfo },
          edges: gifts.map((node) => ({ __typename: 'GiftEdge', node })),
        },
      },
    }),
    SeeGifts: (({ input }: { input: { giftIds: string[] } }): Answer => {
      seen.push(input.giftIds);
      return {
        data: { seeGifts: input.giftIds.map((id) => ({ __typename: 'Gift', id, seenAt: '2026-01-03T00:00:00Z' })) },
      };
    }) as never,
  });
  const company = { id: 'c1', slug: 'forno', name: 'Forno' };
  renderPart(<NotesPart company={company} search={{}} onSearch={() => undefined} />);
  return seen;
}

beforeEach(() => signInAna());

test('a new note is greeted once, stays so while it is read, and the server is told', async () => {
  const seen = show([gift('a', { seenAt: null }), gift('b')]);
  expect(await screen.findByText('You helped us (a).')).toBeInTheDocument();
  expect(await screen.findByRole('status')).toHaveTextContent('There is a new note for you.');
  await waitFor(() => expect(seen).toEqual([['a']]));
  const [first, second] = screen.getAllByRole('listitem');
  expect(first).toHaveAttribute('data-new');
  expect(second).not.toHaveAttribute('data-new');
  expect(screen.getAllByText('15 points')).toHaveLength(2);
});

test('notes that were read greet nobody again', async () => {
  const seen = show([gift('a')]);
  expect(await screen.findByText('You helped us (a).')).toBeInTheDocument();
  expect(screen.queryByText(/new note/)).not.toBeInTheDocument();
  expect(seen).toEqual([]);
});

test('what was taken back says who did, and why', async () => {
  show([gift('a', { note: null, takenBackAt: '2026-01-01T02:00:00Z', takenBackBecause: 'It was meant for Bea.' })]);
  expect(await screen.findByText(/took back what they had given you/)).toHaveTextContent('It was meant for Bea.');
  expect(screen.queryByText('15 points')).not.toBeInTheDocument();
});

test('where nothing was written yet, it says what comes here', async () => {
  show([]);
  expect(await screen.findByText(/When somebody at Forno thanks you in person/)).toBeInTheDocument();
});
