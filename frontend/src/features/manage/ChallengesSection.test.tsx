import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompanyContextFragment } from '@/gql/graphql';
import { CompanyProvider } from '@/lib/company';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { FormerChallenges } from './challenge/FormerChallenges';
import { ChallengesSection } from './ChallengesSection';

const company = { id: 'c1', slug: 'forno' } as CompanyContextFragment;
const show = (part: React.ReactElement) => renderPart(<CompanyProvider company={company}>{part}</CompanyProvider>);
const connection = (nodes: object[]) => ({
  __typename: 'ChallengeConnection',
  edges: nodes.map((node) => ({ __typename: 'ChallengeEdge', node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
const challenge = {
  ...{ __typename: 'Challenge', id: 'ch', title: 'Bread?', language: 'EN', version: 4 },
  ...{ startsAt: null, endsAt: null, ideaCount: 0 },
};

beforeEach(() => signInAna());

test('a draft is deleted after a question, and no other challenge', async () => {
  const inputs: object[] = [];
  let gone = false;
  fakeApi({
    ManagedChallenges: ({ list }) => {
      const drafts = gone ? [] : [{ ...challenge, state: 'DRAFT' }];
      return {
        data: { challenges: connection(list === 'DRAFTS' ? drafts : [{ ...challenge, id: 'o', state: 'OPEN' }]) },
      };
    },
    DeleteChallengeDraft: ({ input }) => {
      inputs.push(input as unknown as object);
      gone = true;
      return { data: { deleteChallengeDraft: { __typename: 'OkPayload', ok: true } } };
    },
  });
  show(<ChallengesSection />);
  expect(await screen.findByRole('link', { name: 'Bread?' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^Drafts/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the draft “Bread?”' }));
  expect(inputs).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(inputs).toEqual([{ challengeId: 'ch', version: 4 }]));
  expect(await screen.findByText('No challenge here')).toBeInTheDocument();
});

test('a copy of a former challenge has its picture as a file of its own', async () => {
  const onBegin = jest.fn();
  const former = {
    ...challenge,
    ...{
      state: 'CLOSED',
      slug: 'bread',
      summary: '',
      brief: 'Why.',
      coverUrl: '/files/former.webp',
      tags: [],
      terms: '',
    },
    ...{ publishAt: null, prizes: [], winnersBy: 'TALLY', claimDays: 14, criteria: [], phases: [] },
  };
  fakeApi({
    FormerChallenges: () => ({
      data: { past: connection([former]), open: connection([]), upcoming: connection([]), drafts: connection([]) },
    }),
    ChallengeToEdit: () => ({ data: { challenge: former } }),
  });
  const api = globalThis.fetch;
  globalThis.fetch = jest.fn((url: string, init?: RequestInit) => {
    if (url === '/files/former.webp')
      return Promise.resolve({ blob: () => Promise.resolve(new Blob(['pixels'], { type: 'image/webp' })) });
    if (url.startsWith('/files?purpose=cover'))
      return Promise.resolve(new Response(JSON.stringify({ id: 'f2', url: '/files/f2.webp' })));
    return api(url, init);
  }) as unknown as typeof fetch;
  show(<FormerChallenges onBegin={onBegin} />);
  await userEvent.selectOptions(
    await screen.findByRole('combobox'),
    await screen.findByRole('option', { name: 'Bread?' }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Copy it' }));
  await waitFor(() => expect(onBegin).toHaveBeenCalled());
  expect(onBegin.mock.lastCall?.[0]).toMatchObject({ title: 'Bread?', cover: { id: 'f2', url: '/files/f2.webp' } });
});
