import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { endSession } from '@/lib/session';
import { toasts } from '@/lib/toasts';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { FollowButton } from './FollowButton';
import type { PageIdea } from './idea-page';

const FollowedIdea = graphql(`
  query FollowedIdea($id: ID!) {
    idea(id: $id) {
      id
      followerCount
      viewerFollows
    }
  }
`);

const idea = { __typename: 'Idea', id: '1', followerCount: 7, viewerFollows: false };

function Part() {
  const [{ data }] = useQuery({ query: FollowedIdea, variables: { id: '1' } });
  return data?.idea ? (
    <>
      <FollowButton idea={data.idea as PageIdea} />
      <output>{data.idea.followerCount}</output>
    </>
  ) : null;
}
const button = () => screen.findByRole('button', { name: 'Follow this idea' });

beforeEach(() => {
  toasts.set([]);
  signInAna();
});

test('is pressed at once, and what the server says holds in the end', async () => {
  let answer = (_: object) => {};
  const told = new Promise<object>((resolve) => (answer = resolve));
  fakeApi({ FollowedIdea: () => ({ data: { idea } }), Follow: () => told });
  renderPart(<Part />);
  await userEvent.click(await button());
  expect(await button()).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByText('8')).toBeInTheDocument();
  answer({ data: { followIdea: { ...idea, followerCount: 9, viewerFollows: true } } });
  expect(await screen.findByText('9')).toBeInTheDocument();
});

test('stopping can be undone', async () => {
  const followed = { ...idea, viewerFollows: true };
  const asked = fakeApi({
    FollowedIdea: () => ({ data: { idea: followed } }),
    Unfollow: () => ({ data: { unfollowIdea: { ...idea, followerCount: 6 } } }),
    Follow: () => ({ data: { followIdea: followed } }),
  });
  renderPart(<Part />);
  await userEvent.click(await button());
  await waitFor(async () => expect(await button()).toHaveAttribute('aria-pressed', 'false'));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await button()).toHaveAttribute('aria-pressed', 'true'));
  expect(asked).toContain('Follow');
});

test('sends visitors to sign in', async () => {
  endSession();
  fakeApi({ FollowedIdea: () => ({ data: { idea } }) });
  renderPart(<Part />);
  await userEvent.click(await button());
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
});
