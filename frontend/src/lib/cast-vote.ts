import type { Client } from 'urql';
import { graphql } from '@/gql';
import type { VoteStateFragment } from '@/gql/graphql';
import { toProblem } from './errors';
import type { Choice, Settled } from './voting';

const Vote = graphql(`
  mutation Vote($input: VoteInput!) {
    vote(input: $input) {
      ...Standing
    }
  }
  fragment Standing on Idea {
    id
    upCount
    downCount
    score
    viewerVote
    followerCount
    viewerFollows
  }
`);

const WithdrawVote = graphql(`
  mutation WithdrawVote($input: IdeaIdInput!) {
    withdrawVote(input: $input) {
      ...Standing
    }
  }
`);

const VoteOf = graphql(`
  query VoteOf($id: ID!) {
    idea(id: $id) {
      ...Standing
    }
  }
`);

/** Whether a vote was counted whose answer was lost, only the server knows. */
function readAgain(client: Client, id: string): void {
  const read = () => client.query(VoteOf, { id }, { requestPolicy: 'network-only' }).toPromise();
  void read().then(({ error }) => error?.networkError && addEventListener('online', () => void read(), { once: true }));
}

async function send(client: Client, ideaId: string, choice: Choice) {
  if (choice) {
    const { data, error } = await client.mutation(Vote, { input: { ideaId, value: choice } }).toPromise();
    return { told: data?.vote, error };
  }
  const { data, error } = await client.mutation(WithdrawVote, { input: { ideaId } }).toPromise();
  return { told: data?.withdrawVote, error };
}

/** Sends what is wanted until the server has it, or refuses it; as long as the same person is here. */
export async function cast(
  client: Client,
  idea: VoteStateFragment,
  wanted: () => Choice,
  here: () => boolean,
): Promise<Settled> {
  let current = idea.viewerVote ?? null;
  for (let removed: Choice = null; ;) {
    const choice = wanted();
    const { told, error } = await send(client, idea.id, choice);
    if (told) {
      removed = choice ? null : current;
      current = choice;
    }
    if (wanted() === choice || !here()) {
      if (error?.networkError && here()) readAgain(client, idea.id);
      return { problem: error && toProblem(error), removed };
    }
    // chosen anew meanwhile, and what the server has is just that
    if (told && wanted() === current) return { removed };
  }
}
