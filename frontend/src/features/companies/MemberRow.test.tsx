import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment, MemberLineFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { MemberRow } from './MemberRow';

const company = { id: 'c1', slug: 'forno', viewerCan: { manage: true }, viewerMembership: { role: 'OWNER' } };
const bea = {
  ...{ __typename: 'Membership', id: 'm2', role: 'CUSTOMER', joinedAt: '2026-01-01T00:00:00Z', suspendedUntil: null },
  user: { __typename: 'User', id: 'u2', displayName: 'Bea', avatarUrl: null, erased: false },
} as unknown as MemberLineFragment;
const select = () => screen.findByRole('combobox', { name: 'Role of Bea' });

function show() {
  const given: string[] = [];
  const change = ({ input }: { input: { role: string } }) => {
    given.push(input.role);
    return { data: { changeMemberRole: { ...bea, role: input.role } } };
  };
  fakeApi({ ChangeMemberRole: change as never });
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
