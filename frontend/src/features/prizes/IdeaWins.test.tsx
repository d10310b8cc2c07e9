import { screen } from '@testing-library/react';
import { fakeApi, renderPart } from '@/test/render';
import { IdeaWins } from './IdeaWins';

const prize = {
  ...{ __typename: 'Prize', id: 'z1', place: 2, title: 'A big loaf', kind: 'MONEY', amountMinor: 5000 },
  ...{ currency: 'EUR', points: null, shareBasisPoints: null },
};
const company = { __typename: 'Company', id: 'c1', slug: 'forno' };
const challenge = { __typename: 'Challenge', id: 'ch', slug: 'pane', title: 'Che pane?', language: 'IT', company };

const show = (passedAt: string | null) => {
  const wins = [{ __typename: 'Winner', id: 'w1', reason: 'Piace a tutti.', passedAt, prize, challenge }];
  fakeApi({ IdeaWins: () => ({ data: { idea: { __typename: 'Idea', id: 'i1', wins } } }) });
  renderPart(<IdeaWins ideaId="i1" />);
};

test('what an idea has won says where, what and why, in the language that the company writes', async () => {
  show(null);
  expect(await screen.findByRole('heading', { name: 'Winner of Che pane?' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Che pane?' })).toHaveAttribute('href', '/forno/c/pane');
  expect(screen.getByText('Place 2:')).toBeInTheDocument();
  expect(screen.getByText('A big loaf')).toHaveAttribute('lang', 'it');
  expect(screen.getByText(/€50/)).toBeInTheDocument();
  expect(screen.getByText('Piace a tutti.')).toHaveAttribute('lang', 'it');
  expect(screen.queryByText(/Another idea/)).toBeNull();
});

test('a prize that was passed on says so', async () => {
  show('2026-10-01T00:00:00Z');
  expect(await screen.findByText('Another idea has won this prize since, too.')).toBeInTheDocument();
});
