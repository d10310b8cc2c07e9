import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { MyRedemptionsPart } from './MyRedemptionsPart';

const company = { id: 'c1', slug: 'forno', name: 'Forno' };
const redemption = (id: string, more: object = {}) => ({
  ...{
    __typename: 'Redemption',
    id,
    state: 'REQUESTED',
    points: 50,
    code: null,
    unreadable: false,
    note: null,
    ended: null,
    reason: null,
  },
  ...{ requestedAt: '2026-01-01T00:00:00Z', fulfilledAt: null, endedAt: null, givenBy: null, delivery: null },
  reward: {
    ...{ __typename: 'Reward', id: `w-${id}`, title: `Thing ${id}`, thumbnailUrl: null, pictureAlt: '' },
    ...{ fulfilment: 'MANUAL', needsAddress: false, descriptionHtml: '' },
  },
  ...more,
});
type Input = { input: Record<string, unknown> };

function show(nodes: object[], api: Api = {}) {
  const edges = nodes.map((node) => ({ __typename: 'RedemptionEdge', node }));
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  fakeApi({
    MyRedemptions: () => ({ data: { viewerRedemptions: { __typename: 'RedemptionConnection', edges, pageInfo } } }),
    ...api,
  });
  renderPart(<MyRedemptionsPart company={company} search={{}} onSearch={() => undefined} />);
}
beforeEach(() => signInAna());

test('shows each thing with where it stands: its code, its note, why it has ended', async () => {
  show([
    redemption('a', { state: 'FULFILLED', code: 'SAVE-1', fulfilledAt: '2026-01-02T00:00:00Z' }),
    redemption('b', { state: 'FULFILLED', note: 'Parcel 9', fulfilledAt: '2026-01-02T00:00:00Z' }),
    redemption('c', { state: 'CANCELLED', ended: 'BY_STAFF', reason: 'Sold out', endedAt: '2026-01-02T00:00:00Z' }),
  ]);
  expect(await screen.findByText('SAVE-1')).toBeInTheDocument();
  expect(screen.getByText('Parcel 9')).toBeInTheDocument();
  expect(screen.getByText(/The company has ended it\. 50 points are back\./)).toHaveTextContent('Sold out');
  expect(screen.queryByRole('button', { name: 'Cancel it' })).not.toBeInTheDocument();
});

test('says of a code that it cannot be shown any more', async () => {
  const plain = redemption('a', { state: 'FULFILLED', unreadable: true });
  show([{ ...plain, reward: { ...plain.reward, fulfilment: 'CODE' } }]);
  expect(await screen.findByText(/Please ask Forno for another\./)).toBeInTheDocument();
});

test('what waits is cancelled after a question', async () => {
  const inputs: object[] = [];
  show([redemption('a')], {
    CancelRedemption: (({ input }: Input) => {
      inputs.push(input);
      const ended = { state: 'CANCELLED', ended: 'BY_MEMBER', endedAt: '2026-01-02T00:00:00Z' };
      return { data: { cancelRedemption: redemption('a', ended) } };
    }) as never,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel it' }));
  const dialog = screen.getByRole('dialog', { name: 'Do without “Thing a”?' });
  expect(dialog).toHaveTextContent('50 points come back at once.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel it' }));
  expect(await screen.findByText(/You have cancelled it/)).toBeInTheDocument();
  expect(inputs).toEqual([{ redemptionId: 'a' }]);
});

test('a gift that is sent asks where to', async () => {
  const giver = { __typename: 'User', id: 'u2', displayName: 'Marta', avatarUrl: null, erased: false };
  const gift = redemption('a', { points: 0, givenBy: giver });
  const sent = { ...gift, reward: { ...gift.reward, needsAddress: true } };
  const inputs: object[] = [];
  show([sent], {
    SetRedemptionDelivery: (({ input }: Input) => {
      inputs.push(input);
      return { data: { setRedemptionDelivery: sent } };
    }) as never,
  });
  expect(await screen.findByText(/A gift from Marta/)).toBeInTheDocument();
  expect(screen.getByText('Forno does not know yet where to send it.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Say where to send it' }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Name/ }), 'Ana');
  await userEvent.type(screen.getByRole('textbox', { name: /^Postal address/ }), 'Via Roma 2');
  await userEvent.click(screen.getByRole('button', { name: 'Keep the address' }));
  expect(await screen.findByText('The address is kept.')).toBeInTheDocument();
  const delivery = { name: 'Ana', address: 'Via Roma 2', phone: null };
  expect(inputs).toEqual([{ redemptionId: 'a', delivery }]);
});
