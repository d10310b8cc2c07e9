import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { CatalogueDesk } from './CatalogueDesk';
import { QueuePart } from './QueuePart';

const company = {
  ...{ id: 'c1', slug: 'forno', name: 'Forno', viewerCan: { manage: true } },
} as unknown as CompanyContextFragment;
const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
const reward = (more: object = {}) => ({
  ...{ __typename: 'Reward', id: 'w1', version: 1, state: 'DRAFT', title: 'Coffee', description: '', pictureUrl: null },
  ...{ thumbnailUrl: null, pictureAlt: '', cost: 50, fulfilment: 'CODE', needsAddress: false, stock: 0, taken: 0 },
  ...{ perMember: null, levelNeeded: null, startsAt: null, endsAt: null },
  ...more,
});
const person = (id: string, displayName: string) => ({
  ...{ __typename: 'User', id, displayName, avatarUrl: null, erased: false },
});
const waiting = (more: object = {}) => ({
  ...{ __typename: 'Redemption', id: 'r1', state: 'REQUESTED', points: 50, note: null, ended: null, reason: null },
  ...{ requestedAt: '2026-01-01T00:00:00Z', fulfilledAt: null, endedAt: null, hasDelivery: true, givenBy: null },
  ...{ user: person('u2', 'Bea') },
  reward: { __typename: 'Reward', id: 'w1', title: 'Coffee', fulfilment: 'MANUAL', needsAddress: true },
  ...more,
});
type Input = { input: Record<string, unknown> };

function Desk() {
  const [search, onSearch] = useState<Record<string, unknown>>({});
  return <CatalogueDesk search={search} onSearch={onSearch} />;
}
function show(part: React.ReactElement, api: Api) {
  fakeApi(api);
  renderPart(<CompanyProvider company={company}>{part}</CompanyProvider>);
}
const kept = <T extends object>(inputs: object[], answer: () => T) =>
  (({ input }: Input) => {
    inputs.push(input);
    return { data: answer() };
  }) as never;
beforeEach(() => signInAna());

test('a reward by code is drafted, given its codes, and put into the catalogue', async () => {
  const inputs: object[] = [];
  let now = reward();
  show(<Desk />, {
    ManagedRewards: () => ({
      data: { managedRewards: { __typename: 'RewardConnection', totalCount: 0, edges: [], pageInfo } },
    }),
    RewardToEdit: () => ({ data: { reward: now } }),
    CreateReward: kept(inputs, () => ({ createReward: now })),
    AddRewardCodes: kept(inputs, () => {
      now = reward({ stock: 2 });
      return { addRewardCodes: { __typename: 'AddedRewardCodes', added: 2, known: 1, reward: now } };
    }),
    PublishReward: kept(inputs, () => ({
      publishReward: (now = reward({ stock: 2, version: 2, state: 'PUBLISHED' })),
    })),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'New reward' }));
  await userEvent.click(screen.getByRole('button', { name: 'Make the draft' }));
  expect(screen.getByText('Say what it is, in one line.')).toBeInTheDocument();
  await userEvent.type(screen.getByRole('textbox', { name: /^Title/ }), 'Coffee');
  await userEvent.type(screen.getByRole('textbox', { name: /^Cost in points/ }), '50');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /^How members get it/ }), 'CODE');
  await userEvent.click(screen.getByRole('button', { name: 'Make the draft' }));
  await userEvent.type(await screen.findByRole('textbox', { name: /^More codes/ }), 'A{enter}B{enter}A');
  await userEvent.click(screen.getByRole('button', { name: 'Add the codes' }));
  expect(await screen.findByText('2 codes were added. 1 was there before.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Put it into the catalogue' }));
  expect(await screen.findByRole('button', { name: 'Take it out' })).toBeInTheDocument();
  expect(inputs).toMatchObject([
    { companyId: 'c1', title: 'Coffee', cost: 50, fulfilment: 'CODE', needsAddress: false },
    { rewardId: 'w1', codes: 'A\nB\nA' },
    { rewardId: 'w1', version: 1 },
  ]);
});

test('the stock is added to, not set', async () => {
  const inputs: object[] = [];
  const manual = reward({ fulfilment: 'MANUAL', stock: 4, taken: 3, version: 7 });
  show(<CatalogueDesk search={{ reward: 'w1' }} onSearch={() => undefined} />, {
    RewardToEdit: () => ({ data: { reward: manual } }),
    ChangeRewardStock: kept(inputs, () => ({ changeRewardStock: { ...manual, stock: 1, version: 8 } })),
  });
  await userEvent.type(await screen.findByRole('textbox', { name: /^How many more/ }), '-3');
  await userEvent.click(screen.getByRole('button', { name: 'Change the stock' }));
  expect(await screen.findByText(/^1 is left/)).toBeInTheDocument();
  expect(inputs).toEqual([{ rewardId: 'w1', version: 7, by: -3 }]);
});

test('what somebody else has written meanwhile is not written over, and publishing is no reason to refuse', async () => {
  const versions: unknown[] = [];
  let now = reward({ fulfilment: 'MANUAL', stock: null, version: 1 });
  show(<CatalogueDesk search={{ reward: 'w1' }} onSearch={() => undefined} />, {
    RewardToEdit: () => ({ data: { reward: now } }),
    PublishReward: () => ({ data: { publishReward: (now = { ...now, version: 2, state: 'PUBLISHED' }) } }),
    RetireReward: () => ({ data: { retireReward: (now = { ...now, version: 4, state: 'RETIRED', cost: 70 }) } }),
    UpdateReward: (({ input }: Input) => {
      versions.push(input.version);
      return input.version === now.version
        ? { data: { updateReward: (now = { ...now, version: 3, title: String(input.title) }) } }
        : { errors: [{ message: 'Changed meanwhile.', extensions: { code: 'CONFLICT' } }] };
    }) as never,
  });
  const title = await screen.findByRole('textbox', { name: /^Title/ });
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(screen.getByRole('button', { name: 'Put it into the catalogue' }));
  await screen.findByRole('button', { name: 'Take it out' });
  await userEvent.type(title, '!');
  await save();
  await waitFor(() => expect(versions).toEqual([2]));
  // another manager has changed the cost, which comes with the answer
  await userEvent.click(screen.getByRole('button', { name: 'Take it out' }));
  await screen.findByRole('button', { name: 'Put it into the catalogue' });
  await save();
  expect(await screen.findByText('Changed meanwhile.')).toBeInTheDocument();
  expect(versions).toEqual([2, 3]);
});

const queue = (api: Api) => {
  const edges = [{ __typename: 'RedemptionEdge', node: waiting() }];
  show(<QueuePart search={{}} onSearch={() => undefined} />, {
    RedemptionQueue: () => ({
      data: { redemptions: { __typename: 'RedemptionConnection', totalCount: 1, edges, pageInfo } },
    }),
    ...api,
  });
};

test('an address is read when it is asked for, and the member gets a word when it was handed over', async () => {
  const inputs: object[] = [];
  queue({
    RevealRedemptionDelivery: kept(inputs, () => ({
      revealRedemptionDelivery: {
        ...{ __typename: 'RedemptionDelivery', name: 'Bea', address: 'Via Roma 2', phone: null },
      },
    })),
    FulfilRedemption: kept(inputs, () => ({
      fulfilRedemption: waiting({ state: 'FULFILLED', fulfilledAt: '2026-01-02T00:00:00Z' }),
    })),
  });
  expect(await screen.findByText('That you read it is noted.')).toBeInTheDocument();
  expect(screen.queryByText(/Via Roma/)).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show the address' }));
  expect(await screen.findByText(/Via Roma 2/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Mark as handed over' }));
  const dialog = screen.getByRole('dialog');
  await userEvent.type(within(dialog).getByRole('textbox'), 'Parcel 9');
  await userEvent.click(within(dialog).getByRole('button', { name: 'It was handed over' }));
  expect(await screen.findByText('Bea is told that it was handed over.')).toBeInTheDocument();
  expect(inputs).toEqual([{ redemptionId: 'r1' }, { redemptionId: 'r1', note: 'Parcel 9' }]);
});

test('what is cancelled needs a reason', async () => {
  const inputs: object[] = [];
  queue({ RefuseRedemption: kept(inputs, () => ({ refuseRedemption: waiting({ state: 'CANCELLED' }) })) });
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel it' }));
  const dialog = screen.getByRole('dialog', { name: 'Cancel “Coffee”?' });
  const end = () => userEvent.click(within(dialog).getByRole('button', { name: 'Cancel it' }));
  await end();
  expect(within(dialog).getByText('Say why, in a few words.')).toBeInTheDocument();
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Why/ }), 'Sold elsewhere');
  await end();
  await waitFor(() => expect(inputs).toEqual([{ redemptionId: 'r1', reason: 'Sold elsewhere' }]));
});
