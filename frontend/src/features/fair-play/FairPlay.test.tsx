import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { startSession, type Viewer } from '@/lib/session';
import { type Api, fakeApi, renderPart } from '@/test/render';
import { FairPlayPart } from './FairPlayPart';

const company = { id: 'c1', slug: 'forno', viewerCan: { manage: true } } as unknown as CompanyContextFragment;
const user = (id: string, displayName: string) => ({
  ...{ __typename: 'User', id, displayName, avatarUrl: null, erased: false },
});
const idea = (id: string, title: string) => ({ __typename: 'Idea', id, title, language: 'en' });
const range = (counted: number, lowest: number, place: number, lowestPlace: number, questioned: object[] = []) => ({
  ...{ counted, lowest, place, lowestPlace, questioned },
});
const part = (rule: string, amount: number) => ({ __typename: 'FairPlayPart', rule, amount });
const ring = {
  ...{ __typename: 'FairPlaySignal', rule: 'VOTE_RING', memberCount: 3, ideaCount: 1, votes: 6 },
  evidence: [
    { __typename: 'FairPlayEvidence', figure: 'VOTES_WITHIN', value: 9 },
    { __typename: 'FairPlayEvidence', figure: 'VOTES_USUAL', value: 0.25 },
  ],
  members: [user('m1', 'Bea'), user('m2', 'Cai')],
  ideas: [idea('i1', 'Warm bread')],
};
const found = {
  ...{ __typename: 'FairPlay', from: '2026-01-01T00:00:00Z', until: '2026-04-01T00:00:00Z', signals: [ring] },
  ideas: [
    { __typename: 'IdeaVotesRange', idea: idea('i1', 'Warm bread'), ...range(20, 14, 1, 2, [part('VOTE_RING', 6)]) },
    { __typename: 'IdeaVotesRange', idea: idea('i2', 'Bread on Sundays'), ...range(17, 17, 2, 2) },
  ],
  members: [
    { __typename: 'MemberPointsRange', member: user('m1', 'Bea'), ...range(40, 35, 1, 1, [part('VOTE_RING', 5)]) },
  ],
};

function Page() {
  const [search, onSearch] = useState<Record<string, unknown>>({ part: 'fairplay' });
  return (
    <CompanyProvider company={company}>
      <FairPlayPart search={search} onSearch={onSearch} />
    </CompanyProvider>
  );
}

function show(api: Api = {}, data: object = found) {
  const memberships = [{ role: 'MANAGER', company: { id: 'c1' } }];
  const viewer = { id: 'u1', displayName: 'Ana', memberships } as unknown as Viewer;
  startSession({ accessToken: 'token', expiresAt: '2999-01-01T00:00:00Z', viewer });
  const none = { edges: [] };
  fakeApi({
    ChallengeChoices: () => ({ data: { open: none, past: none } }),
    FairPlayOf: () => ({ data: { fairPlay: data } }),
    ...api,
  });
  renderPart(<Page />, ['/$slug/review', '/$slug/log', '/i/$ideaId', '/u/$userId']);
}

test('a hint says what was seen, what it rests on and what else it may be, and that nothing follows', async () => {
  show();
  const hint = (await screen.findByRole('heading', { name: 'A circle of votes' })).closest('li')!;
  expect(within(hint).getByText('6 votes · 3 members · 1 idea')).toBeInTheDocument();
  expect(within(hint).getByText('9 votes for each other, from half a year before on')).toBeInTheDocument();
  expect(within(hint).getByText('0.3 if they voted as all others do')).toBeInTheDocument();
  expect(within(hint).getByText(/Friends and colleagues/)).toBeInTheDocument();
  expect(within(hint).getByText('and 1 more')).toBeInTheDocument();
  expect(screen.getByText(/These are hints, not proof/)).toBeInTheDocument();
});

test('a member is looked at by opening their review, from where a person decides', async () => {
  const inputs: object[] = [];
  show({
    OpenReview: (({ input }: { input: object }) => {
      inputs.push(input);
      return { data: { openReview: { __typename: 'Review', id: 'r1' } } };
    }) as never,
  });
  await userEvent.click(await screen.findByText('Who they are'));
  await userEvent.click(screen.getByRole('button', { name: 'Open a review of Cai' }));
  expect(await screen.findByText('At /forno/review')).toBeInTheDocument();
  expect(inputs).toEqual([{ userId: 'm2', companyId: 'c1' }]);
});

test('standings are a range, with the rules that question them', async () => {
  show();
  const table = within(await screen.findByRole('table', { name: 'Ideas by votes' }));
  const cells = (name: string) =>
    within(table.getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells('Warm bread')).toEqual(['1 to 2', '20', '14', 'A circle of votes: 6']);
  expect(cells('Bread on Sundays')).toEqual(['2', '17', '17', '']);
  expect(screen.getByRole('table', { name: 'Members by points' })).toHaveTextContent('A circle of votes: 5');
});

test('another month is another question', async () => {
  const asked: object[] = [];
  show({
    FairPlayOf: ((variables: object) => {
      asked.push(variables);
      return { data: { fairPlay: { ...found, signals: [], ideas: [], members: [] } } };
    }) as never,
  });
  expect(await screen.findByText('Nothing stands out in these votes.')).toBeInTheDocument();
  const month = screen.getByRole('combobox', { name: 'Month' });
  const value = within(month).getAllByRole<HTMLOptionElement>('option')[2]!.value;
  await userEvent.selectOptions(month, value);
  await waitFor(() => expect(asked.at(-1)).toEqual({ companyId: 'c1', month: value }));
});
