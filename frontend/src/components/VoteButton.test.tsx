import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { endSession } from '@/lib/session';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { VoteButton } from './VoteButton';

const VotedIdea = graphql(`
  query VotedIdea($id: ID!) {
    idea(id: $id) {
      ...VoteState
    }
  }
`);

const idea = {
  __typename: 'Idea',
  id: '1',
  title: 'Quiet carriage',
  upCount: 41,
  downCount: 0,
  score: 41,
  viewerVote: null,
  viewerCan: { __typename: 'IdeaPermissions', vote: true },
};

function Part() {
  const [{ data }] = useQuery({ query: VotedIdea, variables: { id: '1' } });
  return data?.idea ? <VoteButton idea={data.idea} mode="UP" /> : null;
}

const button = () => screen.findByRole('button', { name: /^Vote for/ });

beforeEach(signInAna);

test('is painted with the click, and keeps what the server counts', async () => {
  let answer: (value: object) => void = () => undefined;
  fakeApi({
    VotedIdea: () => ({ data: { idea } }),
    Vote: () => new Promise((resolve) => (answer = resolve)),
  });
  renderPart(<Part />);
  expect(await button()).toHaveAccessibleName('Vote for “Quiet carriage”, 41 votes');
  await userEvent.click(await button());
  expect(await button()).toHaveAttribute('aria-pressed', 'true');
  expect(await button()).toHaveTextContent('42');
  answer({ data: { vote: { ...idea, upCount: 44, score: 44, viewerVote: 'UP' } } });
  await waitFor(async () => expect(await button()).toHaveTextContent('44'));
});

test('a refused vote is taken back, and the reason said', async () => {
  fakeApi({
    VotedIdea: () => ({ data: { idea } }),
    Vote: () => ({
      data: null,
      errors: [{ message: 'Voting has ended.', path: ['vote'], extensions: { code: 'CHALLENGE_CLOSED' } }],
    }),
  });
  renderPart(<Part />);
  await userEvent.click(await button());
  expect(await screen.findByRole('alert')).toHaveTextContent('Voting has ended.');
  expect(await button()).toHaveAttribute('aria-pressed', 'false');
  expect(await button()).toHaveTextContent('41');
});

test('a second tap waits for the first: what is sent cannot be overtaken', async () => {
  let answer: (value: object) => void = () => undefined;
  const asked = fakeApi({
    VotedIdea: () => ({ data: { idea } }),
    Vote: () => new Promise((resolve) => (answer = resolve)),
    WithdrawVote: () => ({ data: { withdrawVote: idea } }),
  });
  renderPart(<Part />);
  await userEvent.click(await button());
  await userEvent.click(await button());
  expect(await button()).toHaveAttribute('aria-pressed', 'true');
  expect(asked).not.toContain('WithdrawVote');
  answer({ data: { vote: { ...idea, upCount: 42, score: 42, viewerVote: 'UP' } } });
  await waitFor(async () => {
    await userEvent.click(await button());
    expect(asked).toContain('WithdrawVote');
  });
  await waitFor(async () => expect(await button()).toHaveAttribute('aria-pressed', 'false'));
});

test('visitors are led to sign in', async () => {
  endSession();
  const asked = fakeApi({ VotedIdea: () => ({ data: { idea } }) });
  renderPart(<Part />);
  await userEvent.click(await button());
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(asked).not.toContain('Vote');
});
