import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { BadgesPart } from './BadgesPart';
import { LeaderboardPart } from './LeaderboardPart';
import { PersonHonours } from './PersonHonours';

const company = {
  id: 'c1',
  slug: 'forno',
  viewerMembership: { role: 'CUSTOMER' },
} as unknown as CompanyContextFragment;
const badge = (id: string, name: string, step: number | null = null) => ({
  ...{ __typename: 'BadgeHolding', id: `h-${id}`, earnedAt: '2026-03-01T10:00:00Z', byHand: false },
  badge: {
    ...{ __typename: 'Badge', id, name, description: '', pictureUrl: null, pictureAlt: null },
    ...{ metric: step ? 'IDEAS_ACCEPTED' : null, step, secret: !step, threshold: null },
  },
});
const level = (number: number, name: string, from = 0) => ({ __typename: 'Level', number, name, from });
const honours = {
  ...{ __typename: 'ViewerHonours', takesPart: true, score: 125, level: level(4, 'Sapling', 120) },
  ...{ next: level(5, 'Tree', 300), unseenLevel: null, goals: [] },
  badges: [badge('b2', '5 accepted ideas', 2), badge('b1', 'First accepted idea', 1), badge('s', 'Bullseye')],
  unseen: [] as object[],
  ladders: [
    {
      ...{ __typename: 'BadgeLadder', metric: 'IDEAS_ACCEPTED', title: 'Ideas accepted', how: 'Planned or more.' },
      ...{ have: 6, onlyForThem: false },
      steps: [1, 5, 15].map((threshold) => ({
        ...{ __typename: 'LadderStep', threshold, name: `${threshold} accepted ideas` },
        earnedAt: threshold < 15 ? '2026-03-01T10:00:00Z' : null,
      })),
    },
  ],
};

const show = (part: React.ReactElement, api: Api) => {
  const asked = fakeApi(api);
  renderPart(<CompanyProvider company={company}>{part}</CompanyProvider>, ['/u/$userId', '/$slug']);
  return asked;
};
beforeEach(() => signInAna());

describe('one’s level and badges', () => {
  const showOwn = (more: object = {}, api: Api = {}) =>
    show(<BadgesPart />, { ViewerHonours: () => ({ data: { viewerHonours: { ...honours, ...more } } }), ...api });

  test('say where one stands, what is missing, and show of a ladder its highest step', async () => {
    showOwn();
    expect(await screen.findByText('125 of 300. 175 more to Tree.')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'On the way to Tree' })).toHaveAttribute('aria-valuenow', '125');
    expect(screen.getByText('5 accepted ideas')).toBeInTheDocument();
    expect(screen.getByText('Bullseye')).toBeInTheDocument();
    expect(screen.queryByText('First accepted idea')).not.toBeInTheDocument();
    expect(screen.getByText('6 of 15 for “15 accepted ideas”')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'New for you' })).not.toBeInTheDocument();
  });

  test('celebrate what is new once, without a dialog, until it is closed', async () => {
    const asked = showOwn(
      { unseen: [honours.badges[0]!], unseenLevel: level(4, 'Sapling') },
      { SeeHonours: () => ({ data: { seeHonours: { __typename: 'OkPayload', ok: true } } }) },
    );
    const news = await screen.findByRole('region', { name: 'New for you' });
    expect(within(news).getByText('Level: Sapling')).toBeInTheDocument();
    expect(within(news).getByText('5 accepted ideas')).toBeInTheDocument();
    await waitFor(() => expect(asked.filter((name) => name === 'SeeHonours')).toHaveLength(1));
    await userEvent.click(within(news).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('region', { name: 'New for you' })).not.toBeInTheDocument();
  });

  test('are none of who works for the company', async () => {
    showOwn({ takesPart: false });
    expect(await screen.findByText('Levels and badges are for customers')).toBeInTheDocument();
  });
});

describe('the leaderboard', () => {
  const entry = (rank: number, name: string, points: number, isViewer = false) => ({
    ...{ __typename: 'LeaderboardEntry', rank, points, isViewer, level: level(2, 'Sprout') },
    user: { __typename: 'User', id: name, displayName: name, avatarUrl: null, erased: false },
  });
  const page = (entries: object[], more: object = {}) => ({
    ...{ __typename: 'LeaderboardEntryConnection', viewerOptedOut: false, around: [] },
    edges: entries.map((node) => ({ __typename: 'LeaderboardEntryEdge', node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    ...more,
  });
  const none = { open: { edges: [] }, past: { edges: [] } };
  const showBoard = (api: Api) =>
    show(<LeaderboardPart search={{}} onSearch={() => undefined} />, {
      ChallengeChoices: () => ({ data: none }),
      ...api,
    });

  test('gives equals the same place, goes on, and shows one’s own place where it is further down', async () => {
    const first = page([entry(1, 'Bea', 60), entry(1, 'Cai', 60)], {
      around: [entry(1, 'Cai', 60), entry(3, 'Ana', 20, true)],
      pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'x' },
    });
    const second = page([entry(3, 'Ana', 20, true)], { around: undefined });
    const answer = ({ after }: { after: string | null }) => ({ data: { leaderboard: after ? second : first } });
    showBoard({ LeaderboardPage: answer as never });
    const table = await screen.findByRole('table', { name: 'Leaderboard' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(['1BBeaSprout60', '1CCaiSprout60']);
    const own = screen.getByRole('table', { name: 'Your place' });
    expect(within(own).getByText('you')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByRole('table', { name: 'Leaderboard' })).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  test('can be left', async () => {
    const inputs: object[] = [];
    showBoard({
      LeaderboardPage: () => ({ data: { leaderboard: page([entry(1, 'Ana', 20, true)]) } }),
      SetLeaderboardOptOut: (({ input }: { input: object }) => {
        inputs.push(input);
        return { data: { setLeaderboardOptOut: { __typename: 'Membership', id: 'm1' } } };
      }) as never,
    });
    await userEvent.click(await screen.findByRole('switch', { name: 'List me here, and show my level to others' }));
    await waitFor(() => expect(inputs).toEqual([{ companyId: 'c1', optOut: true }]));
  });
});

test('a person shows their level and badges with each company, and nothing where there are none', async () => {
  const shown = {
    ...{ __typename: 'MemberHonours', level: level(4, 'Sapling'), badges: honours.badges },
    company: { __typename: 'Company', id: 'c1', slug: 'forno', name: 'Forno' },
  };
  const user = { __typename: 'User', id: 'u2', honours: [shown] };
  show(<PersonHonours userId="u2" />, { PersonHonours: () => ({ data: { user } }) });
  expect(await screen.findByRole('link', { name: 'Forno' })).toBeInTheDocument();
  expect(screen.getByText(/Sapling/)).toHaveTextContent('Sapling, level 4 of 7');
  expect(within(screen.getByRole('list', { name: 'Badges' })).getAllByRole('listitem')).toHaveLength(2);
});
