import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { ManageBadges } from './ManageBadges';

const company = { id: 'c1', slug: 'forno', viewerCan: { manage: true } } as unknown as CompanyContextFragment;
const badge = (more: object = {}) => ({
  ...{ __typename: 'Badge', id: 'b1', name: 'Friend', description: 'For friends.', pictureUrl: null, pictureAlt: null },
  ...{ metric: null, threshold: null, step: null, secret: false, builtIn: null, retiredAt: null },
  ...{ holderCount: 1, version: 3 },
  ...more,
});
const ours = badge({
  id: 'o',
  name: 'First idea',
  metric: 'IDEAS_PUBLISHED',
  threshold: 1,
  step: 1,
  builtIn: 'IDEAS_PUBLISHED_1',
});
const bea = { __typename: 'User', id: 'u2', displayName: 'Bea', avatarUrl: null, erased: false };
const holders = {
  ...{
    __typename: 'BadgeHoldingConnection',
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
  edges: [
    {
      __typename: 'BadgeHoldingEdge',
      node: { __typename: 'BadgeHolding', id: 'h1', earnedAt: '2026-03-01T10:00:00Z', byHand: true, user: bea },
    },
  ],
};

function show(api: Api = {}, badges: object[] = [badge(), ours]) {
  fakeApi({ CompanyBadges: () => ({ data: { companyBadges: badges } }), ...api });
  renderPart(
    <CompanyProvider company={company}>
      <ManageBadges />
    </CompanyProvider>,
    ['/u/$userId'],
  );
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
beforeEach(() => signInAna());

test('badges say how one gets them and how many have them; only one’s own are changed', async () => {
  show();
  const own = await screen.findByRole('list', { name: 'The company’s badges' });
  expect(within(own).getByText('Given by hand · 1 member has it')).toBeInTheDocument();
  expect(screen.getByText('Ideas published: from 1 on · 1 member has it')).toBeInTheDocument();
  expect(screen.getAllByRole('button', { name: /^Edit/ })).toHaveLength(1);
});

test('who has a badge for reports is not asked, and it stays one', async () => {
  const reports = badge({ id: 'r', name: 'Watchful', metric: 'FLAGS_UPHELD', threshold: 3 });
  show({}, [badge(), reports]);
  await screen.findByText('Watchful');
  expect(screen.getAllByRole('button', { name: /^Who has/ })).toHaveLength(1);
  const choices = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
  await press('Edit “Watchful”');
  expect(choices()).toEqual(['Reports that were right (only they see it)']);
  await press('Cancel');
  await press('Edit “Friend”');
  expect(choices()).not.toContain('Reports that were right (only they see it)');
  expect(choices()).toHaveLength(8);
});

test('a new badge is made with its rule', async () => {
  const inputs: object[] = [];
  const create = ({ input }: { input: object }) => {
    inputs.push(input);
    return { data: { createBadge: badge({ id: 'b2', name: 'Helper' }) } };
  };
  show({ CreateBadge: create as never }, []);
  await userEvent.click(await screen.findByRole('button', { name: 'New badge' }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Name/ }), 'Helper');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How one gets it' }), 'ANSWERS_GIVEN');
  const count = screen.getByRole('spinbutton', { name: /^From how many on/ });
  await userEvent.clear(count);
  await userEvent.type(count, '5');
  await press('Save the badge');
  const sent = { companyId: 'c1', name: 'Helper', description: '', metric: 'ANSWERS_GIVEN', threshold: 5 };
  await waitFor(() => expect(inputs).toEqual([expect.objectContaining(sent)]));
});

test('what somebody else has changed meanwhile is said in the form, which stays', async () => {
  show({ UpdateBadge: () => ({ errors: [{ message: 'Changed.', extensions: { code: 'CONFLICT' } }] }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Edit “Friend”' }));
  await press('Save the badge');
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue('Friend');
});

test('a badge is given to a member, and taken back with a reason', async () => {
  const sent: object[] = [];
  const noted = (data: object) => ((variables: { input: object }) => (sent.push(variables.input), { data })) as never;
  const edge = { __typename: 'MembershipEdge', node: { __typename: 'Membership', id: 'm2', user: bea } };
  show({
    BadgeHolders: () => ({ data: { badgeHolders: holders } }),
    MembersToHonour: () => ({
      data: { companyMembers: { __typename: 'MembershipConnection', edges: [edge] } },
    }),
    GiveBadge: noted({ giveBadge: { __typename: 'BadgeHolding', id: 'h2' } }),
    TakeBadgeBack: noted({ takeBadgeBack: badge({ holderCount: 0 }) }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Who has “Friend”' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Give it to a member' }));
  await userEvent.type(screen.getByRole('searchbox', { name: 'Name of a member' }), 'Be');
  await userEvent.click(await screen.findByRole('radio', { name: 'Bea' }));
  await press('Give it');
  await waitFor(() => expect(sent).toEqual([{ badgeId: 'b1', userId: 'u2' }]));
  await userEvent.click(await screen.findByRole('button', { name: 'Take back from Bea' }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Why/ }), 'It was meant for somebody else.');
  await press('Take the badge back');
  await waitFor(() => expect(sent.at(-1)).toEqual({ holdingId: 'h1', reason: 'It was meant for somebody else.' }));
});

test('a badge is retired after a question', async () => {
  let stored = badge();
  const retire = () => {
    stored = badge({ retiredAt: '2026-03-01T10:00:00Z', version: 4 });
    return { data: { retireBadge: stored } };
  };
  show({ CompanyBadges: () => ({ data: { companyBadges: [stored] } }), RetireBadge: retire });
  await userEvent.click(await screen.findByRole('button', { name: 'Retire “Friend”' }));
  await press('Retire');
  expect(await screen.findByText(/Retired: nobody gets it any more/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Edit/ })).not.toBeInTheDocument();
});
