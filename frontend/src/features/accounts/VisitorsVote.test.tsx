import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VoteButton } from '@/components/VoteButton';
import type { VoteStateFragment } from '@/gql/graphql';
import { endSession } from '@/lib/session';
import { toasts } from '@/lib/toasts';
import { keepWish } from '@/lib/use-voting';
import { dropOtherWish, moveWish, takeWish } from '@/lib/wish';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { VisitorsVote } from './VisitorsVote';

const idea = {
  ...{ __typename: 'Idea', id: '1', title: 'Quiet carriage', upCount: 41, downCount: 0, score: 41, viewerVote: null },
  ...{ followerCount: 0, viewerFollows: false, viewerCan: { __typename: 'IdeaPermissions', vote: true } },
} as VoteStateFragment;
const given = { data: { vote: { ...idea, upCount: 42, score: 42, viewerVote: 'UP' } } };
const button = () => screen.findByRole('button', { name: /^Vote for/ });

beforeEach(() => {
  toasts.set([]);
  sessionStorage.clear();
  endSession();
});

/** Taps as a visitor, then comes back from signing in. */
async function comeBack(mine: Partial<VoteStateFragment>) {
  const asked = fakeApi({ WishedIdea: () => ({ data: { idea: { ...idea, ...mine } } }), Vote: () => given });
  const before = renderPart(<VoteButton idea={idea} mode="UP" />);
  await userEvent.click(await button());
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  await waitFor(() => expect(sessionStorage).toHaveLength(1));
  before.unmount();
  signInAna();
  renderPart(<VisitorsVote />);
  await waitFor(() => expect(asked).toContain('WishedIdea'));
  return asked;
}

test('a visitor’s vote is given once they have signed in, once', async () => {
  const asked = await comeBack({});
  expect(await screen.findByText('Your vote for “Quiet carriage” counts.')).toBeInTheDocument();
  expect(asked.filter((name) => name === 'Vote')).toHaveLength(1);
  expect(sessionStorage).toHaveLength(0);
});

test('who had voted before keeps that vote', async () => {
  const asked = await comeBack({ viewerVote: 'DOWN' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).not.toContain('Vote');
});

test('who signs in for another reason, or elsewhere, has given it up', () => {
  const wish = { ideaId: '1', value: 'UP', next: '/i/1', at: Date.now() } as const;
  keepWish(wish);
  dropOtherWish(undefined);
  expect(takeWish('/i/1')).toBeNull();
  keepWish(wish);
  dropOtherWish('/i/1');
  expect(takeWish('/i/2')).toBeNull();
  moveWish(sessionStorage, localStorage);
  expect(takeWish('/i/1')).toBeNull();
  moveWish(localStorage, sessionStorage);
  expect(takeWish('/i/1')).toMatchObject(wish);
  expect(takeWish('/i/1')).toBeNull();
});
