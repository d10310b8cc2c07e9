import { screen } from '@testing-library/react';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { renderPart, signInAna } from '@/test/render';
import { ManageRewardsPage } from './ManageRewardsPage';

const PARTS = {
  queue: () => <p>What waits</p>,
  thanks: () => <p>Whom to thank</p>,
  points: () => <p>What points cost</p>,
};

function show(viewerCan: object, search: Record<string, unknown> = {}) {
  signInAna();
  const company = { id: 'c1', slug: 'forno', name: 'Forno', viewerCan } as CompanyContextFragment;
  renderPart(
    <CompanyProvider company={company}>
      <ManageRewardsPage search={search} onSearch={() => undefined} parts={PARTS} />
    </CompanyProvider>,
  );
}
const doors = () => screen.getAllByRole('link').map(({ textContent }) => textContent);

test('a manager begins with what waits, and goes where the address says', async () => {
  show({ manage: true, moderate: true });
  expect(await screen.findByText('What waits')).toBeInTheDocument();
  expect(doors()).toEqual(['To hand out', 'Say thanks', 'Points']);
  expect(screen.getByRole('link', { name: 'To hand out' })).toHaveAttribute('aria-current', 'page');
});

test('a moderator says thanks there, and no more', async () => {
  show({ manage: false, moderate: true }, { part: 'points' });
  expect(await screen.findByText('Whom to thank')).toBeInTheDocument();
  expect(doors()).toEqual(['Say thanks']);
});

test('everybody else finds that it is not for them', async () => {
  show({ manage: false, moderate: false }, { part: 'thanks' });
  expect(await screen.findByText('Only the staff sees to the rewards')).toBeInTheDocument();
  expect(screen.queryByText('Whom to thank')).toBeNull();
});
