import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { MyPrizesPart } from './MyPrizesPart';

const company = { id: 'c1', slug: 'forno', name: 'Forno' };
const claim = (more: object = {}) => ({
  ...{ __typename: 'PrizeClaim', id: 'k1', version: 1, state: 'PENDING', kind: 'PRODUCT', points: null },
  ...{ amountMinor: null, currency: null, shareBasisPoints: null, dueAt: '2999-01-31T00:00:00Z', sentAt: null },
  ...{ receivedAt: null, tracking: null, unreadable: false, hasDetails: false, deliveryNeeds: ['NAME', 'ADDRESS'] },
  ...{ deliveryOptions: ['PHONE'] },
  winner: {
    ...{ __typename: 'Winner', id: 'w1', reason: 'It helps most.' },
    prize: {
      ...{ __typename: 'Prize', id: 'z1', place: 1, title: 'A big loaf', kind: 'PRODUCT', amountMinor: null },
      ...{ currency: null, points: null, shareBasisPoints: null },
    },
    idea: { __typename: 'Idea', id: 'i1', title: 'Warm bread at eight', language: 'EN' },
  },
  challenge: {
    ...{
      __typename: 'Challenge',
      id: 'ch',
      slug: 'bread',
      title: 'Bread?',
      language: 'EN',
      termsHtml: '<p>Be fair.</p>',
    },
  },
  ...more,
});
type Input = { input: Record<string, unknown> };

function show(found: object[], api: Api = {}, shared: object[] = []) {
  const edges = found.map((node) => ({ __typename: 'PrizeClaimEdge', node }));
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  fakeApi({
    MyPrizeClaims: () => ({ data: { myPrizeClaims: { __typename: 'PrizeClaimConnection', edges, pageInfo } } }),
    MySharedIdeas: () => ({ data: { mySharedIdeas: shared } }),
    ...api,
  });
  renderPart(<MyPrizesPart company={company} search={{}} onSearch={() => undefined} />);
}

beforeEach(() => signInAna());

test('a prize is accepted with what it needs, after its terms; before it one reads what for and how long', async () => {
  const inputs: object[] = [];
  show([claim()], {
    AcceptPrize: (({ input }: Input) => {
      inputs.push(input);
      return { data: { acceptPrize: claim({ state: 'ACCEPTED', version: 2, hasDetails: true }) } };
    }) as never,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Accept the prize' }));
  const dialog = screen.getByRole('dialog', { name: 'Accept the prize' });
  expect(within(dialog).getByText(/It is used to hand over this prize, and for nothing else/)).toBeInTheDocument();
  expect(within(dialog).queryByLabelText(/Account/)).toBeNull();
  const accept = () => userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }));
  await accept();
  expect(within(dialog).getAllByText('The company needs this to hand over the prize.')).toHaveLength(2);
  expect(within(dialog).getByText('Tick this to accept the prize.')).toBeInTheDocument();
  await userEvent.type(within(dialog).getByLabelText(/Name/), 'Ana Ruiz');
  await userEvent.type(within(dialog).getByLabelText(/Postal address/), 'Calle Mayor 7');
  await userEvent.click(within(dialog).getByRole('checkbox'));
  await accept();
  await screen.findByText(/Forno has what is needed and sees to it/);
  const delivery = { name: 'Ana Ruiz', address: 'Calle Mayor 7', phone: null, account: null };
  expect(inputs).toEqual([{ claimId: 'k1', version: 1, acceptTerms: true, delivery }]);
});

test('what was sent is found, and confirmed', async () => {
  const confirm = jest.fn(() => ({ data: { confirmPrize: claim({ state: 'RECEIVED', version: 4 }) } }));
  show([claim({ state: 'SENT', version: 3, sentAt: '2026-01-02T00:00:00Z', tracking: 'AB 123' })], {
    ConfirmPrize: confirm as never,
  });
  expect(await screen.findByText('AB 123')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'It has arrived' }));
  expect(screen.getByText(/is erased then. This cannot be undone/)).toBeInTheDocument();
  expect(confirm).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Yes, it has arrived' }));
  await waitFor(() => expect(confirm).toHaveBeenCalledWith({ input: { claimId: 'k1', version: 3 } }));
  expect(await screen.findByText('Arrived')).toBeInTheDocument();
});

test('who shares a prize reads their part of it; what was not accepted in time says until when it could be', async () => {
  const money = (amountMinor: number) => ({ kind: 'MONEY', amountMinor, currency: 'EUR' });
  const { winner } = claim();
  const shared = { ...winner, prize: { ...winner.prize, ...money(100_000) } };
  show([claim({ ...money(50_000), winner: shared, state: 'LAPSED', dueAt: '2026-01-31T12:00:00Z' })]);
  const card = await screen.findByRole('article', { name: 'A big loaf · €500, your part of €1,000' });
  expect(
    within(card).getByText(/^It could be accepted until January 31, 2026\. After that, the company may/),
  ).toBeInTheDocument();
});

test('what can be found no more says so, and is confirmed all the same', async () => {
  show([claim({ state: 'SENT', version: 3, sentAt: '2026-01-02T00:00:00Z', unreadable: true })]);
  expect(await screen.findByText(/How to find it cannot be shown any more/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'It has arrived' })).toBeInTheDocument();
});

test('of a challenge that one does not see any more the prize is told without it', async () => {
  show([claim({ challenge: null })]);
  const card = await screen.findByRole('article', { name: 'A big loaf' });
  expect(within(card).getByText(/a challenge that only members see/)).toBeInTheDocument();
  expect(
    within(card)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Warm bread at eight']);
});

test('what nothing is needed for asks how to reach one', async () => {
  show([claim({ kind: 'RECOGNITION', deliveryNeeds: [], deliveryOptions: ['NAME', 'PHONE'] })]);
  await userEvent.click(await screen.findByRole('button', { name: 'Accept the prize' }));
  expect(screen.getByRole('group', { name: 'How to reach you' })).toBeInTheDocument();
});

test('declining is asked twice', async () => {
  const decline = jest.fn(() => ({ data: { declinePrize: claim({ state: 'DECLINED', version: 2 }) } }));
  show([claim()], { DeclinePrize: decline as never });
  await userEvent.click(await screen.findByRole('button', { name: 'I do not want it' }));
  expect(decline).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Decline it' }));
  expect(await screen.findByText('Not wanted')).toBeInTheDocument();
});

test('the author proposes shares that make 100', async () => {
  const person = (id: string, displayName: string) => ({
    ...{ __typename: 'AuthorShare', percent: null, agreed: false },
    user: { __typename: 'User', id, displayName, avatarUrl: null, erased: false },
  });
  const shared = {
    ...{ __typename: 'SharedIdea', own: true, version: 0, agreed: false },
    ...{ people: [person('u1', 'Ana'), person('u2', 'Bea'), person('u3', 'Cai')] },
    idea: { __typename: 'Idea', id: 'i1', title: 'Warm bread at eight', language: 'EN' },
  };
  const inputs: object[] = [];
  const propose = ({ input }: Input) => {
    inputs.push(input);
    return { data: { proposeShares: { ...shared, version: 1 } } };
  };
  show([], { ProposeShares: propose as never }, [shared]);
  await userEvent.click(await screen.findByRole('button', { name: 'Propose shares' }));
  expect(screen.getByLabelText('Ana, %')).toHaveValue('34');
  await userEvent.clear(screen.getByLabelText('Ana, %'));
  await userEvent.type(screen.getByLabelText('Ana, %'), '50');
  expect(screen.getByRole('button', { name: 'Propose' })).toBeDisabled();
  for (const [name, text] of [
    ['Bea, %', '30'],
    ['Cai, %', '20'],
  ] as const) {
    await userEvent.clear(screen.getByLabelText(name));
    await userEvent.type(screen.getByLabelText(name), text);
  }
  await userEvent.click(screen.getByRole('button', { name: 'Propose' }));
  await waitFor(() => expect(inputs).toHaveLength(1));
  expect(inputs[0]).toEqual({
    ideaId: 'i1',
    shares: [
      { userId: 'u1', percent: 50 },
      { userId: 'u2', percent: 30 },
      { userId: 'u3', percent: 20 },
    ],
  });
});
