import { screen } from '@testing-library/react';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { Wallet } from './Wallet';

const company = { id: 'c1', slug: 'forno', name: 'Forno' };
const wallet = (more: object = {}) => ({
  data: { viewerWallet: { __typename: 'Wallet', balance: 80, earned: 180, waiting: 0, expiring: null, ...more } },
});
const line = (id: string, more: object) => ({
  ...{ __typename: 'WalletLine', id, at: '2026-05-04T10:00:00.000Z', kind: 'AWARD', step: 'POSTED', points: 60 },
  ...{ rule: null, because: null, stands: true, idea: null, comment: null, challenge: null, gift: null, reward: null },
  ...more,
});
const story = (...nodes: object[]) => ({
  data: {
    viewerLedger: {
      __typename: 'WalletLineConnection',
      edges: nodes.map((node) => ({ __typename: 'WalletLineEdge', node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  },
});
function show(api: Api) {
  fakeApi({ MyWallet: () => wallet(), MyPoints: () => story(), ...api });
  return renderPart(<Wallet company={company} search={{}} onSearch={() => undefined} />);
}

beforeEach(() => {
  localStorage.clear();
  signInAna();
});

test('the story says of each point where it came from, and why it went', async () => {
  const idea = { __typename: 'Idea', id: 'i1', title: 'Warm bread', language: 'EN' };
  const giver = { __typename: 'User', id: 'm', displayName: 'Marta', avatarUrl: null, erased: false };
  show({
    MyPoints: () =>
      story(
        line('1', { rule: 'IDEA_PLANNED', idea, step: 'REVERSED', points: -60, because: 'HIDDEN', stands: false }),
        line('2', { kind: 'GIFT', points: 20, gift: { __typename: 'Gift', id: 'g', note: 'You were right.', giver } }),
        line('3', { kind: 'REDEMPTION', points: -50, reward: { __typename: 'Reward', id: 'r', title: 'Mug' } }),
        line('4', { rule: 'IDEA_PLANNED', idea, stands: false }),
      ),
  });
  const lines = (await screen.findByText('A gift from Marta')).closest('ul')!;
  const said = [...lines.children].map(({ textContent }) => textContent!);
  expect(said[0]).toMatch(/^[-−]60Taken back: Idea plannedWarm bread · what it was for is not public any more ·/);
  expect(said[1]).toMatch(/^\+20 ?A gift from MartaYou were right\./);
  expect(said[2]).toMatch(/^[-−]50 ?Redeemed: Mug/);
  expect(said[3]).toMatch(/^\+60 ?Idea planned/);
  expect(screen.getAllByRole('link', { name: 'Warm bread' })[0]).toHaveAttribute('href', '/i/i1');
});

test('who decides there is not told how to earn, but that they do not', async () => {
  const first = show({});
  expect(await screen.findByRole('link', { name: 'How to earn points' })).toBeInTheDocument();
  first.unmount();
  signInAna([{ role: 'MANAGER', company }]);
  show({});
  expect(await screen.findByText('The moderators and managers of Forno earn none.')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'How to earn points' })).toBeNull();
});

test('what is new since the last visit is said once', async () => {
  const first = show({});
  expect(await screen.findByText('180 points earned in all')).toBeInTheDocument();
  expect(screen.queryByText(/since you were here last/)).toBeNull();
  first.unmount();
  const later = { MyWallet: () => wallet({ balance: 200, earned: 300 }) };
  const second = show(later);
  expect(await screen.findByText('120 points more since you were here last. Thank you!')).toBeInTheDocument();
  second.unmount();
  show(later);
  expect(await screen.findByText('300 points earned in all')).toBeInTheDocument();
  expect(screen.queryByText(/since you were here last/)).toBeNull();
});

test('says what expires soon, what waits, and what a debt means', async () => {
  const expiring = { __typename: 'ExpiringPoints', points: 80, at: '2027-01-01T12:00:00.000Z' };
  const { unmount } = show({ MyWallet: () => wallet({ expiring, waiting: 50 }) });
  expect(await screen.findByText(/80 points expire on January 1, 2027/)).toBeInTheDocument();
  expect(screen.getByText(/50 points are spent/)).toBeInTheDocument();
  unmount();
  show({ MyWallet: () => wallet({ balance: -20 }) });
  expect(await screen.findByText(/you owe nothing/)).toBeInTheDocument();
});
