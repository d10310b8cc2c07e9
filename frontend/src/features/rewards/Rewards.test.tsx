import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import type { MyPartProps } from '@/lib/part-props';
import { startSession, type Viewer } from '@/lib/session';
import { renderPart, signInAna } from '@/test/render';
import { MyRewards } from './MyRewards';
import { RewardsPage } from './RewardsPage';

const company = (id: string, slug: string, name: string) => ({ id, slug, name });

function member(...companies: object[]) {
  const memberships = companies.map((each, index) => ({ id: String(index), role: 'CUSTOMER', company: each }));
  const viewer = { id: 'u1', displayName: 'Ana', memberships } as unknown as Viewer;
  startSession({ accessToken: 'token', expiresAt: '2999-01-01T00:00:00Z', viewer });
}
const MINE = {
  points: ({ company: { name } }: MyPartProps) => <p>Points from {name}</p>,
  notes: ({ company: { name } }: MyPartProps) => <p>Notes from {name}</p>,
};

test('one’s rewards are of one company at a time, and another can be chosen', async () => {
  member(company('c1', 'forno', 'Forno'), company('c2', 'sarta', 'Sarta'));
  const onSearch = jest.fn();
  renderPart(<MyRewards search={{ part: 'notes', company: 'sarta' }} onSearch={onSearch} parts={MINE} />);
  expect(await screen.findByText('Notes from Sarta')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'What Sarta gives back' })).toHaveAttribute('href', '/sarta/rewards');
  await userEvent.selectOptions(screen.getByLabelText('Company'), 'forno');
  expect(onSearch).toHaveBeenCalledWith({ part: 'notes', company: 'forno' });
});

test('who belongs to no company is told what will be there', async () => {
  member();
  renderPart(<MyRewards search={{}} onSearch={() => undefined} parts={MINE} />);
  expect(await screen.findByText('You are not a member of a company yet')).toBeInTheDocument();
});

test('a company’s rewards open to everybody; the way to one’s own and to the desk only to whom it is of use', async () => {
  signInAna();
  const parts = { catalogue: () => <p>Things to choose</p>, points: () => <p>What earns points</p> };
  const page = (more: object, part?: string) =>
    renderPart(
      <CompanyProvider company={{ ...company('c1', 'forno', 'Forno'), ...more } as CompanyContextFragment}>
        <RewardsPage search={{ part }} onSearch={() => undefined} parts={parts} />
      </CompanyProvider>,
    );
  const { unmount } = page({ viewerCan: { moderate: false }, viewerMembership: null }, 'nonsense');
  expect(await screen.findByText('Things to choose')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'My rewards' })).toBeNull();
  unmount();
  page({ viewerCan: { moderate: true }, viewerMembership: { id: 'm' } }, 'points');
  expect(await screen.findByText('What earns points')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'My rewards' })).toHaveAttribute('href', '/me?tab=rewards&company=forno');
  expect(screen.getByRole('link', { name: 'For the staff' })).toHaveAttribute('href', '/forno/manage/rewards');
});
