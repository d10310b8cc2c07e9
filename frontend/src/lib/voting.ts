import type { Client, CombinedError } from 'urql';
import { graphql } from '@/gql';
import type { VoteStateFragment, VoteValue } from '@/gql/graphql';
import { session, useSession } from './session';
import { createStore, useStore } from './store';

graphql(`
  fragment VoteState on Idea {
    id
    title
    upCount
    downCount
    score
    viewerVote
    viewerCan {
      vote
    }
  }
`);

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

type Standing = Pick<VoteStateFragment, 'upCount' | 'downCount' | 'viewerVote'>;
/** The vote that somebody wants; null for none. */
export type Choice = VoteValue | null;

/** What was chosen and is not settled yet, by viewer and idea. Painted over the counts from before, as they were. */
const pending = createStore<Readonly<Record<string, { choice: Choice; before: Standing } | undefined>>>({});
const keyOf = (epoch: number, ideaId: string) => `${epoch} ${ideaId}`;

/** The counts as they will be once the server has taken the vote. */
export function afterVote(idea: Standing, choice: Choice): Standing {
  const moved = (count: number | null | undefined, value: VoteValue) =>
    count == null ? null : count - Number(idea.viewerVote === value) + Number(choice === value);
  return { upCount: moved(idea.upCount, 'UP'), downCount: moved(idea.downCount, 'DOWN'), viewerVote: choice };
}

/** The idea with the viewer's last choice, which shows before the server knows of it; unless it will be refused. */
export function useStanding<Idea extends VoteStateFragment>(idea: Idea): Idea {
  const { epoch } = useSession();
  const { choice, before } = useStore(pending)[keyOf(epoch, idea.id)] ?? {};
  return before && idea.viewerCan.vote ? { ...idea, ...afterVote(before, choice!) } : idea;
}

/** Whether a vote was counted whose answer was lost, only the server knows. */
function readAgain(client: Client, id: string): void {
  const read = () => client.query(VoteOf, { id }, { requestPolicy: 'network-only' }).toPromise();
  void read().then(({ error }) => error?.networkError && addEventListener('online', () => void read(), { once: true }));
}

interface Settled {
  /** why the last choice does not stand */
  error?: CombinedError;
  /** the vote that was taken back */
  removed: Choice;
}

const standingOf = ({ upCount, downCount, viewerVote }: Standing): Standing => ({ upCount, downCount, viewerVote });

async function send(client: Client, ideaId: string, choice: Choice) {
  if (choice) {
    const { data, error } = await client.mutation(Vote, { input: { ideaId, value: choice } }).toPromise();
    return { told: data?.vote, error };
  }
  const { data, error } = await client.mutation(WithdrawVote, { input: { ideaId } }).toPromise();
  return { told: data?.withdrawVote, error };
}

/**
 * Makes this the viewer's vote. One request at a time for each idea, so that none overtakes another: what is chosen
 * meanwhile shows at once, and of that only the last is sent. Answers null to all calls but the one that sends.
 */
export async function choose(client: Client, idea: VoteStateFragment, choice: Choice): Promise<Settled | null> {
  const { id } = idea;
  const { epoch } = session.get();
  const key = keyOf(epoch, id);
  const underway = pending.get()[key];
  pending.set({ ...pending.get(), [key]: { choice, before: underway?.before ?? standingOf(idea) } });
  if (underway) return null;
  const settled = await settle(client, idea, () => pending.get()[key]!.choice, epoch);
  pending.set({ ...pending.get(), [key]: undefined });
  // the next viewer is told nothing of it
  if (session.get().epoch !== epoch) return null;
  if (settled.error?.networkError) readAgain(client, id);
  return settled;
}

/** Sends what is wanted until the server has it, or refuses it. */
async function settle(client: Client, idea: VoteStateFragment, wanted: () => Choice, epoch: number): Promise<Settled> {
  let current = idea.viewerVote ?? null;
  for (let removed: Choice = null; ;) {
    const choice = wanted();
    const { told, error } = await send(client, idea.id, choice);
    if (told) {
      removed = choice ? null : current;
      current = choice;
    }
    if (wanted() === choice || session.get().epoch !== epoch) return { error, removed };
    // chosen anew meanwhile, and what the server has is just that
    if (told && wanted() === current) return { removed };
  }
}
