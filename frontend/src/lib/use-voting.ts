import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '@/gql';
import type { VoteStateFragment, VoteValue } from '@/gql/graphql';
import { useSession } from './session';
import { toast } from './toasts';
import { useAction } from './use-action';

const Vote = graphql(`
  mutation Vote($input: VoteInput!) {
    vote(input: $input) {
      id
      upCount
      downCount
      score
      viewerVote
      followerCount
      viewerFollows
    }
  }
`);

const WithdrawVote = graphql(`
  mutation WithdrawVote($input: IdeaIdInput!) {
    withdrawVote(input: $input) {
      id
      upCount
      downCount
      score
      viewerVote
      followerCount
      viewerFollows
    }
  }
`);

/** Ideas whose vote is on its way. Another one could overtake it: a tap meanwhile does nothing. */
const underway = new Set<string>();

async function alone<T>(ideaId: string, send: () => Promise<T>): Promise<T | null> {
  if (underway.has(ideaId)) return null;
  underway.add(ideaId);
  try {
    return await send();
  } finally {
    underway.delete(ideaId);
  }
}

/** What a tap does: sends visitors to sign in, gives the vote, or takes it back with a way to undo that. */
export function useVoting(idea: VoteStateFragment) {
  const { t } = useLingui();
  const { status } = useSession();
  const navigate = useNavigate();
  const vote = useAction(Vote);
  const withdraw = useAction(WithdrawVote);
  const give = (value: VoteValue) => alone(idea.id, () => vote.run({ input: { ideaId: idea.id, value } }));
  return async (value: VoteValue) => {
    if (status !== 'in') return navigate({ to: '/sign-in', search: { next: location.pathname + location.search } });
    if (idea.viewerVote !== value) return give(value);
    const done = await alone(idea.id, () => withdraw.run({ input: { ideaId: idea.id } }));
    if (done) toast(t`Your vote was taken back.`, { action: { label: t`Undo`, run: () => void give(value) } });
  };
}
