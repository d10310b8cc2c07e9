import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment, MemberLineFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { MemberRow } from './MemberRow';

const company = {
  id: 'c1',
  slug: 'forno',
  viewerCan: { manage: true, moderate: true },
  viewerMembership: { role: 'OWNER' },
};
const bea = {
  ...{ __typename: 'Membership', id: 'm2', role: 'CUSTOMER', joinedAt: '2026-01-01T00:00:00Z', suspendedUntil: null },
  user: { __typename: 'User', id: 'u2', displayName: 'Bea', avatarUrl: null, erased: false },
} as unknown as MemberLineFragment;
const select = () => screen.findByRole('combobox', { name: 'Role of Bea' });

function show(more: Api = {}) {
  const given: string[] = [];
  const change = ({ input }: { input: { role: string } }) => {
    given.push(input.role);
    return { data: { changeMemberRole: { ...bea, role: input.role } } };
  };
  fakeApi({ ChangeMemberRole: change as never, ...more });
  renderPart(
    <CompanyProvider company={company as unknown as CompanyContextFragment}>
      <MemberRow member={bea} />
    </CompanyProvider>,
  );
  return given;
}

beforeEach(() => signInAna());

test('nobody becomes an owner by one key too many: that is asked first', async () => {
  const given = show();
  await userEvent.selectOptions(await select(), 'OWNER');
  expect(given).toEqual([]);
  expect(screen.getByRole('heading', { name: 'Bea: Owner?' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await select()).toHaveValue('CUSTOMER');
  await userEvent.selectOptions(await select(), 'OWNER');
  await userEvent.click(screen.getByRole('button', { name: 'Give the role' }));
  await waitFor(() => expect(given).toEqual(['OWNER']));
});

test('other roles are given at once, and the field keeps the focus', async () => {
  const given = show();
  await userEvent.selectOptions(await select(), 'EXPERT');
  expect(await select()).toHaveFocus();
  expect(await screen.findByText('Bea: Expert.')).toBeInTheDocument();
  expect(given).toEqual(['EXPERT']);
});

const silence = {
  ...{ __typename: 'Sanction', id: 's1', kind: 'SILENCE', startsAt: '2026-01-02T00:00:00Z', decisionId: 'd1' },
  ...{ endsAt: '2026-01-09T00:00:00Z', openBecause: null, liftedAt: null, inForce: true },
  decision: {
    ...{ __typename: 'Decision', id: 'd1', legalGround: null, note: 'Twice in a day.' },
    rule: { __typename: 'Rule', id: 'r1', title: 'Be kind' },
  },
};
const standing = (more: object) => ({
  data: { memberStanding: { __typename: 'MemberStanding', trustLevel: 1, trustFixed: false, sanctions: [], ...more } },
});
const openStanding = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Sanctions and trust of Bea' }));

test('what a member has to bear is lifted after a question, by taking its decision back', async () => {
  const lifted: object[] = [];
  const over = { ...silence, inForce: false, liftedAt: '2026-01-03T00:00:00Z' };
  show({
    MemberStanding: () => standing({ sanctions: [lifted.length > 0 ? over : silence] }),
    LiftSanction: (({ input }: { input: object }) => {
      lifted.push(input);
      return { data: { undoDecision: { __typename: 'Decision', id: 'd1' } } };
    }) as never,
  });
  await openStanding();
  expect(await screen.findByText(/Twice in a day/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Lift the silence' }));
  expect(lifted).toEqual([]);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Lift the silence' }));
  await waitFor(() => expect(lifted).toEqual([{ decisionId: 'd1' }]));
  expect(await screen.findByText(/lifted on/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Lift the silence' })).not.toBeInTheDocument();
});

test('a manager fixes the level of trust, or leaves it to the rules again', async () => {
  const fixed: { level: number | null }[] = [];
  show({
    MemberStanding: () =>
      standing(fixed.at(-1)?.level == null ? {} : { trustLevel: fixed.at(-1)!.level, trustFixed: true }),
    FixTrustLevel: (({ input }: { input: { level: number | null } }) => {
      fixed.push(input);
      return { data: { fixTrustLevel: { __typename: 'Membership', id: 'm2', trustLevel: input.level ?? 1 } } };
    }) as never,
  });
  await openStanding();
  const level = () => screen.findByRole('combobox', { name: 'Level of trust' });
  await userEvent.selectOptions(await level(), 'Always level 3');
  await waitFor(async () => expect(await level()).toHaveValue('3'));
  await userEvent.selectOptions(await level(), 'As the rules say');
  await waitFor(async () => expect(await level()).toHaveValue(''));
  expect(fixed).toEqual([
    { membershipId: 'm2', level: 3 },
    { membershipId: 'm2', level: null },
  ]);
});
