import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { ThanksPart } from './ThanksPart';

const company = (manage: boolean) =>
  ({ id: 'c1', slug: 'forno', viewerCan: { manage, moderate: true } }) as unknown as CompanyContextFragment;
const person = (id: string, displayName: string) => ({
  ...{ __typename: 'User', id, displayName, avatarUrl: null, erased: false },
});
const gift = (id: string, more: object = {}) => ({
  ...{
    __typename: 'Gift',
    id,
    kind: 'THANKS',
    points: 0,
    note: `Thank you for all (${id}).`,
    at: '2026-01-01T00:00:00Z',
  },
  ...{
    seenAt: null,
    takenBackAt: null,
    takenBackBecause: null,
    commentId: null,
    badge: null,
    reward: null,
    viewerCanTakeBack: true,
    idea: null,
  },
  ...{ giver: person('u1', 'Ana'), receiver: person('u2', 'Bea') },
  ...more,
});
const idea = { __typename: 'Idea', id: 'i1', title: 'Warm bread', language: 'EN' };
const suggestion = (reason: string, more: object) => ({
  ...{
    __typename: 'ThankSuggestion',
    reason,
    at: '2026-01-01T00:00:00Z',
    helped: null,
    waitedDays: null,
    critic: null,
  },
  ...{ commentId: null, user: person('u2', 'Bea'), idea: null },
  ...more,
});
const BUDGET = { moderatorPoints: 200, managerPoints: 1000, version: 0, viewerPoints: 200, viewerLeft: 60 };
type Input = { input: Record<string, unknown> };

function show({
  manage = false,
  suggestions = [] as object[],
  gifts = [] as object[],
  ...api
}: Record<string, unknown>) {
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  const edges = (gifts as object[]).map((node) => ({ __typename: 'GiftEdge', node }));
  const asked = fakeApi({
    GiftBudgetOf: () => ({ data: { giftBudget: { __typename: 'GiftBudget', ...BUDGET } } }),
    ThankSuggestions: () => ({ data: { thankSuggestions: suggestions } }),
    GiftsGiven: () => ({
      data: { gifts: { __typename: 'GiftConnection', totalCount: edges.length, edges, pageInfo } },
    }),
    ...(api as Api),
  });
  renderPart(
    <CompanyProvider company={company(manage as boolean)}>
      <ThanksPart />
    </CompanyProvider>,
  );
  return asked;
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  signInAna();
  localStorage.clear();
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

test('suggestions say the fact, and thanks follow with what they are for', async () => {
  const inputs: Record<string, unknown>[] = [];
  show({
    suggestions: [suggestion('WAITED_LONG', { waitedDays: 41, idea })],
    GiveGift: (({ input }: Input) => (inputs.push(input), { data: { giveGift: gift('g1') } })) as never,
  });
  expect(await screen.findByText(/Waited 41 days for the answer to/)).toBeInTheDocument();
  await press('Say thanks to Bea');
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
  expect(dialog.getByText('Write at least 10 characters.')).toBeInTheDocument();
  await userEvent.type(dialog.getByRole('textbox', { name: /Your note/ }), 'Sorry that it took us so long!');
  await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(inputs).toEqual([
    {
      ...{ companyId: 'c1', userId: 'u2', kind: 'THANKS', note: 'Sorry that it took us so long!' },
      ...{ because: 'WAITED_LONG', ideaId: 'i1', idempotencyKey: expect.any(String) },
    },
  ]);
});

test('points are given within what is left, and a second try is the same gift', async () => {
  const inputs: Record<string, unknown>[] = [];
  show({
    suggestions: [suggestion('FIRST_ANNIVERSARY', {})],
    GiveGift: (({ input }: Input) => {
      inputs.push(input);
      return { errors: [{ message: 'That is more than you may give.', extensions: { code: 'GIFT_BUDGET_SPENT' } }] };
    }) as never,
  });
  await press('Say thanks to Bea');
  await press('Points');
  expect(await screen.findByText('You have 60 points left this month.')).toBeInTheDocument();
  await userEvent.type(screen.getByRole('spinbutton', { name: /How many points/ }), '70');
  await userEvent.type(screen.getByRole('textbox', { name: /Your note/ }), 'A whole year with us!');
  for (let time = 0; time < 2; time++) await press('Give');
  expect(await screen.findByText('That is more than you may give.')).toBeInTheDocument();
  expect(inputs).toHaveLength(2);
  expect(inputs[0]).toMatchObject({ kind: 'POINTS', points: 70 });
  expect(inputs[1]).toEqual(inputs[0]);
});

test('a suggestion is put aside', async () => {
  const inputs: object[] = [];
  show({
    suggestions: [suggestion('CRITIC_WAS_RIGHT', { critic: 'DECLINED_THEN_PLANNED', idea })],
    DismissThanks: (({ input }: Input) => (
      inputs.push(input),
      { data: { dismissThanks: { __typename: 'OkPayload', ok: true } } }
    )) as never,
  });
  expect(await screen.findByText(/Now you do it: they were right/)).toBeInTheDocument();
  await press('Not now: Bea');
  await waitFor(() => expect(inputs).toEqual([{ companyId: 'c1', userId: 'u2', reason: 'CRITIC_WAS_RIGHT' }]));
});

test('what was given is taken back with a reason; the budgets and the file are for managers', async () => {
  const inputs: object[] = [];
  const back = {
    takenBackAt: '2026-01-01T01:00:00Z',
    takenBackBecause: 'It was for another.',
    viewerCanTakeBack: false,
  };
  show({
    gifts: [gift('g1', { kind: 'POINTS', points: 20 }), gift('g2', { viewerCanTakeBack: false })],
    TakeBackGift: (({ input }: Input) => (inputs.push(input), { data: { takeBackGift: gift('g1', back) } })) as never,
  });
  await press('Take back');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/The 20 points go back/)).toBeInTheDocument();
  await userEvent.type(dialog.getByRole('textbox', { name: /Reason/ }), 'It was for another.');
  await userEvent.click(dialog.getByRole('button', { name: 'Take back' }));
  expect(await screen.findByText('Taken back.')).toBeInTheDocument();
  expect(inputs).toEqual([{ giftId: 'g1', reason: 'It was for another.' }]);
  for (const name of ['Change the budgets', 'Export as CSV'])
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
});

test('managers change the budgets of the version that they read', async () => {
  const inputs: object[] = [];
  show({
    manage: true,
    UpdateGiftBudget: (({ input }: Input) => {
      inputs.push(input);
      return { data: { updateGiftBudget: { __typename: 'GiftBudget', ...BUDGET, moderatorPoints: 50, version: 1 } } };
    }) as never,
  });
  await press('Change the budgets');
  const field = screen.getByRole('spinbutton', { name: /Points a moderator may give/ });
  await userEvent.clear(field);
  await userEvent.type(field, '50');
  await press('Save');
  await waitFor(() =>
    expect(inputs).toEqual([{ companyId: 'c1', version: 0, moderatorPoints: 50, managerPoints: 1000 }]),
  );
});
