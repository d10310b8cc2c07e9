import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { VoteStateFragment } from '@/gql/graphql';
import { endSession } from '@/lib/session';
import { toasts } from '@/lib/toasts';
import { dropOtherWish, keepWish, takeWish } from '@/lib/wish';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { VoteButton } from './VoteButton';

const idea = {
  ...{ __typename: 'Idea', id: '1', title: 'Quiet carriage', upCount: 41, downCount: 0, score: 41, viewerVote: null },
  ...{ followerCount: 0, viewerFollows: false, viewerCan: { __typename: 'IdeaPermissions', vote: true } },
} as VoteStateFragment;
const given = { data: { vote: { ...idea, upCount: 42, score: 42, viewerVote: 'UP' } } };
const button = () => screen.findByRole('button', { name: /^Vote for/ });

beforeEach(() => {
  toasts.set([]);
  sessionStorage.clear();
});

/** Taps as a visitor, then comes back from signing in. */
async function comeBack(mine: Partial<VoteStateFragment>) {
  endSession();
  const asked = fakeApi({ Vote: () => given });
  const before = renderPart(<VoteButton idea={{ ...idea, ...mine }} mode="UP" />);
  await userEvent.click(await button());
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  await waitFor(() => expect(sessionStorage).toHaveLength(1));
  before.unmount();
  signInAna();
  renderPart(<VoteButton idea={{ ...idea, ...mine }} mode="UP" />);
  await waitFor(() => expect(sessionStorage).toHaveLength(0));
  return asked;
}

test('a visitor’s vote is given once they have signed in, once', async () => {
  const asked = await comeBack({});
  expect(await screen.findByText('Your vote for “Quiet carriage” counts.')).toBeInTheDocument();
  expect(asked.filter((name) => name === 'Vote')).toEqual(['Vote']);
});

test('a visitor’s vote is left alone where they had voted before', async () => {
  const asked = await comeBack({ viewerVote: 'DOWN' });
  expect(asked.filter((name) => name === 'Vote')).toEqual([]);
});

test('a visitor’s vote is given up by who signs in for another reason', () => {
  keepWish({ ideaId: '1', value: 'UP', next: '/' });
  dropOtherWish('/me');
  expect(takeWish('1')).toBeNull();
  keepWish({ ideaId: '1', value: 'UP', next: '/' });
  dropOtherWish('/');
  expect(takeWish('2')).toBeNull();
  expect(takeWish('1')).toBe('UP');
  expect(takeWish('1')).toBeNull();
});
