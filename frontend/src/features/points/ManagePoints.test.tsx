import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { ManagePoints } from './ManagePoints';
import { numberIn } from './use-rules';

const company = { id: 'c1', slug: 'forno', name: 'Forno', viewerCan: { manage: true } } as CompanyContextFragment;
const rule = (name: string, points: number, more: object = {}) => ({
  ...{ __typename: 'RewardRuleTerms', rule: name, points, every: null, dailyCap: null, lifetimeCap: null },
  ...{ startsAt: null, next: null, ...more },
});
const rules = (version: number, planned: number) => ({
  __typename: 'RewardRules',
  version,
  rules: [rule('IDEA_PUBLISHED', 5, { dailyCap: 20 }), rule('VOTES', 5, { every: 10 }), rule('IDEA_PLANNED', planned)],
});
const moved = { issued: 300, spent: 100, expired: 0, forfeited: 0 };
const budget = {
  ...{ __typename: 'RewardBudget', ...moved, liability: 200, debts: 0, waiting: 50, promised: 500 },
  months: [{ __typename: 'RewardMonth', month: '2026-05', ...moved }],
};
const bea = { __typename: 'User', id: 'b', displayName: 'Bea', avatarUrl: null, erased: false };
const simulated = {
  ...{ __typename: 'RewardSimulation', now: 300, then: 380, since: '2026-02-01T00:00:00Z', gaining: 2, losing: 0 },
  rules: [{ __typename: 'SimulatedRule', rule: 'IDEA_PLANNED', now: 120, then: 200 }],
  members: [{ __typename: 'SimulatedMember', now: 60, then: 100, user: bea }],
};
const INVALID = { message: 'Changed meanwhile.', extensions: { code: 'CONFLICT' } };

type Sent = { input: Record<string, unknown> };

function show(update: () => object) {
  signInAna();
  const sent: Sent['input'][] = [];
  let stored = rules(1, 60);
  fakeApi({
    RewardRules: () => ({ data: { rewardRules: stored } }),
    PointsBudget: () => ({ data: { rewardBudget: budget } }),
    TryRewards: ((variables: Sent) => {
      sent.push(variables.input);
      return { data: { simulateRewards: simulated } };
    }) as never,
    UpdateRewardRules: ((variables: Sent) => {
      sent.push(variables.input);
      return update();
    }) as never,
  });
  renderPart(
    <CompanyProvider company={company}>
      <ManagePoints />
    </CompanyProvider>,
  );
  return { sent, store: (next: ReturnType<typeof rules>) => (stored = next) };
}
const planned = async () => within(await screen.findByRole('group', { name: 'Idea planned' }));
async function type(label: string, text: string) {
  const field = (await planned()).getByLabelText(label);
  await userEvent.clear(field);
  if (text) await userEvent.type(field, text);
}

test('a change is tried on what has happened, and only what was changed is sent and saved', async () => {
  const { sent } = show(() => ({ data: { updateRewardRules: rules(2, 100) } }));
  await type('Points', '100');
  await userEvent.click(screen.getByRole('button', { name: 'Try it on the last 90 days' }));
  expect(await screen.findByText(/instead of 300/)).toBeInTheDocument();
  const tried = screen.getByRole('region', { name: /last 90 days/ });
  expect(tried).toHaveTextContent('2 members would have got more, 0 less.');
  expect(within(tried).getByRole('row', { name: 'Idea planned 120 200 +80' })).toBeInTheDocument();
  expect(within(tried).getByRole('row', { name: /Bea 60 100 \+40/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
  expect(await screen.findByText('The rules of points are saved.')).toBeInTheDocument();
  const change = [{ rule: 'IDEA_PLANNED', points: 100, every: null, dailyCap: null, lifetimeCap: null }];
  expect(sent).toEqual([
    { companyId: 'c1', rules: change },
    { companyId: 'c1', version: 1, rules: change, startsAt: null },
  ]);
  expect(screen.queryByText('There are changes that are not saved.')).toBeNull();
});

test('what another manager saved meanwhile is there, and one’s own change stays to be saved', async () => {
  const page = show(() => {
    page.store(rules(2, 80));
    return { errors: [INVALID] };
  });
  const published = within(await screen.findByRole('group', { name: 'Idea published' }));
  await userEvent.clear(published.getByLabelText('Daily cap'));
  await userEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed the rules meanwhile');
  expect(await screen.findByDisplayValue('80')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Save the rules' }));
  expect(page.sent[1]).toMatchObject({ version: 2, rules: [{ rule: 'IDEA_PUBLISHED', dailyCap: null }] });
});

test('what is no whole number is said at once, and cannot be sent', async () => {
  show(() => ({}));
  await type('Points', '');
  expect(await screen.findByText('A whole number.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Save the rules' })).toBeDisabled();
  expect([
    numberIn('points', '0'),
    numberIn('every', '0'),
    numberIn('dailyCap', ''),
    numberIn('points', '1.5'),
  ]).toEqual([0, undefined, null, undefined]);
});

test('what points cost is told as numbers, and by month as a table', async () => {
  show(() => ({}));
  expect(await screen.findByText('Owed to members')).toBeInTheDocument();
  expect(screen.queryByText('Below zero')).toBeNull();
  expect(screen.getByRole('row', { name: 'May 2026 300 100 0' })).toBeInTheDocument();
});
