import { screen, waitFor, within } from '@testing-library/react';
import type { HeldItemFragment } from '@/gql/graphql';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { ItemAwards } from './ItemAwards';

const user = (id: string, displayName: string) => ({
  ...{ __typename: 'User', id, displayName, avatarUrl: null, erased: false },
});
const award = (id: string, to: object | null, points: number, standing = true) => ({
  ...{ __typename: 'ItemAwardEdge', node: { __typename: 'ItemAward', id, points, standing, user: to } },
});
const [bea, cai] = [user('m1', 'Bea'), user('m2', 'Cai')];
const item = { kind: 'IDEA', idea: { id: 'i1' }, comment: null } as unknown as HeldItemFragment;

function show(standingPoints: number, ...edges: object[]) {
  signInAna();
  const asked = fakeApi({
    EarnedByItem: () => ({ data: { itemAwards: { __typename: 'ItemAwardConnection', standingPoints, edges } } }),
  });
  renderPart(<ItemAwards item={item} />, ['/u/$userId']);
  return asked;
}

test('whoever decides sees what the item has earned whom, and that it would be taken back', async () => {
  show(30, award('a1', bea, 20), award('a2', bea, 5), award('a3', cai, 5), award('a4', cai, 7, false));
  const box = within(await screen.findByRole('complementary', { name: 'What it has earned' }));
  expect(box.getByText(/It has earned 30 points\. Hidden, removed or merged, it earns nothing/)).toBeInTheDocument();
  expect(box.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Bea: 25 points',
    'Cai: 5 points',
  ]);
});

test('nothing is said of what has earned nothing', async () => {
  const asked = show(0, award('a1', bea, 5, false));
  await waitFor(() => expect(asked).toEqual(['EarnedByItem']));
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
});
