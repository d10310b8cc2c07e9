import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Answer, type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { CataloguePart } from './CataloguePart';

const company = {
  ...{ id: 'c1', slug: 'forno', name: 'Forno', brandColor: '#0b7363', viewerMembership: { id: 'm1' } },
} as unknown as CompanyContextFragment;
const reward = (id: string, more: object = {}) => ({
  ...{ __typename: 'Reward', id, title: `Thing ${id}`, descriptionHtml: '<p>Good</p>', thumbnailUrl: null },
  ...{ pictureAlt: '', cost: 50, fulfilment: 'CODE', needsAddress: false, stock: 3, perMember: null, startsAt: null },
  ...{ levelNeeded: null, endsAt: null, viewerBar: null, viewerRedeemed: 0, viewerMissingPoints: 0 },
  ...more,
});
const redeemed = (of: object, more: object = {}) => ({
  ...{
    __typename: 'Redemption',
    id: 'x1',
    state: 'FULFILLED',
    points: 50,
    code: 'SAVE-1',
    unreadable: false,
    note: null,
    ended: null,
  },
  ...{ reason: null, requestedAt: '2026-01-01T00:00:00Z', fulfilledAt: '2026-01-01T00:00:00Z', endedAt: null },
  ...{ givenBy: null, delivery: null, reward: of },
  ...more,
});
type Input = { input: Record<string, unknown> };

function show(rewards: object[], api: Api = {}) {
  const edges = rewards.map((node) => ({ __typename: 'RewardEdge', node }));
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  fakeApi({
    Catalogue: () => ({ data: { rewards: { __typename: 'RewardConnection', edges, pageInfo } } }),
    CatalogueBalance: () => ({ data: { viewerWallet: { __typename: 'Wallet', balance: 120 } } }),
    ...api,
  });
  renderPart(
    <CompanyProvider company={company}>
      <CataloguePart />
    </CompanyProvider>,
  );
}
const open = async (name = 'Get “Thing a”') => userEvent.click(await screen.findByRole('button', { name }));
const spend = () => userEvent.click(screen.getByRole('button', { name: 'Spend the points' }));

beforeEach(() => signInAna());

test('says what it costs and what is left, spends on the second click alone, and shows the code', async () => {
  const inputs: Record<string, unknown>[] = [];
  const one = reward('a');
  show([one], {
    RedeemReward: (({ input }: Input) => {
      inputs.push(input);
      return { data: { redeemReward: redeemed(one) } };
    }) as never,
  });
  await open();
  const dialog = screen.getByRole('dialog', { name: 'Get “Thing a”?' });
  expect(dialog).toHaveTextContent('It costs 50 points. Of your 120 points, 70 are left.');
  expect(dialog).toHaveTextContent('It cannot be given back.');
  expect(inputs).toEqual([]);
  await spend();
  expect(await screen.findByText('SAVE-1')).toBeInTheDocument();
  expect(inputs).toEqual([{ rewardId: 'a', cost: 50, idempotencyKey: expect.any(String) as string }]);
  expect(screen.getByRole('link', { name: 'See it under “My rewards”' })).toBeInTheDocument();
});

test('asks where to for what is sent, after it has said what that is for; a second try has the same key', async () => {
  const inputs: Record<string, unknown>[] = [];
  const one = reward('a', { fulfilment: 'MANUAL', needsAddress: true });
  const refusal: Answer = { errors: [{ message: 'Slowly.', extensions: { code: 'RATE_LIMITED' } }] };
  show([one], {
    RedeemReward: (({ input }: Input) => {
      inputs.push(input);
      return inputs.length === 1
        ? refusal
        : { data: { redeemReward: redeemed(one, { state: 'REQUESTED', code: null }) } };
    }) as never,
  });
  await open();
  expect(screen.getByText(/erased 30 days after it was handed over/)).toBeInTheDocument();
  await spend();
  expect(screen.getByText('Whose name goes on it?')).toBeInTheDocument();
  expect(inputs).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /^Name/ }), 'Ana');
  await userEvent.type(screen.getByRole('textbox', { name: /^Postal address/ }), 'Via Roma 2, Torino');
  await spend();
  expect(await screen.findByText('Slowly.')).toBeInTheDocument();
  await spend();
  expect(await screen.findByText(/It waits to be handed over/)).toBeInTheDocument();
  expect(inputs[1]).toEqual(inputs[0]);
  expect(inputs[0]).toMatchObject({ delivery: { name: 'Ana', address: 'Via Roma 2, Torino', phone: null } });
});

test('what can’t be had says why, and how far one’s points reach', async () => {
  show([
    reward('a', { viewerBar: 'NOT_ENOUGH_POINTS', viewerMissingPoints: 30 }),
    reward('b', { viewerBar: 'SOLD_OUT', stock: 0 }),
    reward('c', { viewerBar: 'LEVEL_NEEDED', levelNeeded: 3 }),
    reward('d', { perMember: 2, viewerRedeemed: 1 }),
  ]);
  expect(await screen.findByText('30 points to go')).toBeInTheDocument();
  expect(screen.getByRole('meter')).toHaveAttribute('value', '20');
  expect(screen.getByText('None is left.')).toBeInTheDocument();
  expect(screen.getByText('For members of level 3 and above')).toBeInTheDocument();
  expect(screen.getByText('You have 1 of at most 2')).toBeInTheDocument();
  expect(screen.getAllByRole('button', { name: /^Get “/ })).toHaveLength(1);
  await waitFor(() => expect(screen.getByText(/to spend/)).toHaveTextContent('You have 120 points to spend.'));
});
