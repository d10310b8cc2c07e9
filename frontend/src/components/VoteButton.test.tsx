import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { VoteMode } from '@/gql/graphql';
import { endSession } from '@/lib/session';
import { toasts } from '@/lib/toasts';
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
  followerCount: 0,
  viewerFollows: false,
  viewerCan: { __typename: 'IdeaPermissions', vote: true },
};

function Part({ mode = 'UP' }: { mode?: VoteMode }) {
  const [{ data }] = useQuery({ query: VotedIdea, variables: { id: '1' } });
  return data?.idea ? <VoteButton idea={data.idea} mode={mode} /> : null;
}

const button = () => screen.findByRole('button', { name: /^Vote for/ });

beforeEach(() => {
  toasts.set([]);
  signInAna();
});

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

/** Answers that are given when the test says so, in the order of the questions. */
function answers() {
  const waiting: ((answer: object | Error) => void)[] = [];
  const ask = () =>
    new Promise<object>((resolve, reject) =>
      waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
    );
  const give = async (answer: object | Error) => {
    await waitFor(() => expect(waiting.length).toBeGreaterThan(0));
    waiting.shift()!(answer);
  };
  return { ask, give };
}
const cut = new TypeError('Failed to fetch');
const given = (upCount = 42) => ({ data: { vote: { ...idea, upCount, score: upCount, viewerVote: 'UP' } } });
const taken = (upCount = 41) => ({ data: { withdrawVote: { ...idea, upCount, score: upCount } } });
const votes = (asked: string[]) => asked.filter((name) => name !== 'VotedIdea' && name !== 'VoteOf');

async function shows(count: number, pressed: boolean) {
  await waitFor(async () => expect(await button()).toHaveTextContent(String(count)));
  expect(await button()).toHaveAttribute('aria-pressed', String(pressed));
}

test('fast taps show at once, go one after the other, and end in what was chosen last', async () => {
  const { ask, give } = answers();
  const asked = fakeApi({ VotedIdea: () => ({ data: { idea } }), Vote: ask, WithdrawVote: ask });
  renderPart(<Part />);
  const tap = async () => fireEvent.click(await button());
  await tap();
  await shows(42, true);
  await tap();
  await shows(41, false);
  await tap();
  await shows(42, true);
  await tap();
  await shows(41, false);
  expect(votes(asked)).toEqual(['Vote']);
  await give(given());
  await waitFor(() => expect(votes(asked)).toEqual(['Vote', 'WithdrawVote']));
  await shows(41, false);
  await give(taken());
  await shows(41, false);
  expect(votes(asked)).toEqual(['Vote', 'WithdrawVote']);
});

test('a choice that the server has already is not sent once more', async () => {
  const { ask, give } = answers();
  const asked = fakeApi({ VotedIdea: () => ({ data: { idea } }), Vote: ask, WithdrawVote: ask });
  renderPart(<Part />);
  for (let n = 0; n < 3; n++) fireEvent.click(await button());
  await give(given());
  await shows(42, true);
  expect(votes(asked)).toEqual(['Vote']);
});

test('a double click is one vote', async () => {
  const asked = fakeApi({ VotedIdea: () => ({ data: { idea } }), Vote: () => given() });
  renderPart(<Part />);
  await userEvent.dblClick(await button());
  await shows(42, true);
  expect(votes(asked)).toEqual(['Vote']);
});

test('a vote that did not get through is taken back, said, and sent again on demand', async () => {
  const { ask, give } = answers();
  const asked = fakeApi({
    VotedIdea: () => ({ data: { idea } }),
    VoteOf: () => ({ data: { idea: { ...idea, upCount: 43 } } }),
    Vote: ask,
  });
  renderPart(<Part />);
  await userEvent.click(await button());
  await shows(42, true);
  await give(cut);
  expect(await screen.findByRole('alert')).toHaveTextContent('Your vote for “Quiet carriage” did not get through.');
  // nobody knows whether it was counted, so the server is asked
  await shows(43, false);
  expect(asked).toContain('VoteOf');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await shows(44, true);
  await give(given(44));
  await shows(44, true);
  expect(votes(asked)).toEqual(['Vote', 'Vote']);
});

test('a vote whose answer alone was lost turns out to be counted', async () => {
  fakeApi({
    VotedIdea: () => ({ data: { idea } }),
    VoteOf: () => ({ data: { idea: { ...idea, upCount: 42, viewerVote: 'UP' } } }),
    Vote: () => Promise.reject(cut),
  });
  renderPart(<Part />);
  await userEvent.click(await button());
  await screen.findByRole('alert');
  await shows(42, true);
});

test('what is chosen while a request fails is sent all the same', async () => {
  const { ask, give } = answers();
  const asked = fakeApi({ VotedIdea: () => ({ data: { idea } }), Vote: ask, WithdrawVote: ask });
  renderPart(<Part />);
  fireEvent.click(await button());
  fireEvent.click(await button());
  await give(cut);
  await waitFor(() => expect(votes(asked)).toEqual(['Vote', 'WithdrawVote']));
  await give(taken());
  await shows(41, false);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a vote taken back can be given again, from wherever one is by then', async () => {
  const voted = { ...idea, upCount: 42, viewerVote: 'UP' };
  const asked = fakeApi({
    VotedIdea: () => ({ data: { idea: voted } }),
    Vote: () => given(50),
    WithdrawVote: () => taken(),
  });
  const { unmount } = renderPart(<Part />);
  await userEvent.click(await button());
  await shows(41, false);
  await screen.findByRole('button', { name: 'Undo' });
  unmount();
  renderPart(<p>Another page</p>);
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(votes(asked)).toEqual(['WithdrawVote', 'Vote']));
});

test('an answer that comes after somebody else has signed in is told to nobody', async () => {
  const { ask, give } = answers();
  const asked = fakeApi({ VotedIdea: () => ({ data: { idea } }), Vote: ask });
  renderPart(<Part />);
  await userEvent.click(await button());
  await waitFor(() => expect(asked).toContain('Vote'));
  act(endSession);
  await give(cut);
  await shows(41, false);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('where one may vote against, the other choice replaces the first', async () => {
  const { ask, give } = answers();
  fakeApi({ VotedIdea: () => ({ data: { idea } }), Vote: ask });
  renderPart(<Part mode="UP_DOWN" />);
  const against = () => screen.findByRole('button', { name: /^Vote against/ });
  fireEvent.click(await button());
  fireEvent.click(await against());
  await shows(41, false);
  expect(await against()).toHaveTextContent('1');
  await give(given());
  await give({ data: { vote: { ...idea, downCount: 1, score: 40, viewerVote: 'DOWN' } } });
  await shows(41, false);
  expect(await against()).toHaveAttribute('aria-pressed', 'true');
});

test('visitors are led to sign in', async () => {
  endSession();
  const asked = fakeApi({ VotedIdea: () => ({ data: { idea } }) });
  renderPart(<Part />);
  await userEvent.click(await button());
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(asked).not.toContain('Vote');
});
