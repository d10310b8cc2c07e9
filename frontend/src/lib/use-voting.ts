import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useClient } from 'urql';
import type { VoteStateFragment, VoteValue } from '@/gql/graphql';
import { useSession } from './session';
import { toast, toastError } from './toasts';
import { type Choice, choose } from './voting';

/** What a visitor tapped before they were led to sign in. */
export interface Wish {
  ideaId: string;
  value: VoteValue;
  /** Where they were, and come back to. */
  next: string;
  at: number;
}

/** In this tab only: nobody's address can ask for a vote. Goes with whoever signs out. */
export const WISH = 'cocrea-wish/vote';

/** Until they are back: the rest is in `wish.ts`. */
export const keepWish = (wish: Wish): void => sessionStorage.setItem(WISH, JSON.stringify(wish));

/** What a tap does: sends visitors to sign in, gives the vote, or takes it back with a way to undo that. */
export function useVoting(idea: VoteStateFragment) {
  const { t } = useLingui();
  const { status } = useSession();
  const navigate = useNavigate();
  const client = useClient();
  const { title, viewerVote } = idea;
  // a toast may be older than what is shown by now
  const newest = useRef(idea);
  useEffect(() => void (newest.current = idea), [idea]);
  const give = async (choice: Choice): Promise<void> => {
    const settled = await choose(client, newest.current, choice);
    if (settled?.problem) {
      const { code, message } = settled.problem;
      const again = { label: t`Try again`, run: () => void give(choice) };
      // nobody knows what became of it; asked again, the server does the same again
      if (code === 'OFFLINE' || code === 'INTERNAL')
        toast(t`Your vote for “${title}” did not get through.`, { tone: 'error', action: again });
      else toastError(message);
    } else if (settled?.removed) {
      const { removed } = settled;
      toast(t`Your vote was taken back.`, { action: { label: t`Undo`, run: () => void give(removed) } });
    }
  };
  return (value: VoteValue, event?: MouseEvent) => {
    // the second half of a double click
    if (event?.detail === 2) return undefined;
    if (status !== 'in') {
      const next = location.pathname + location.search;
      keepWish({ ideaId: idea.id, value, next, at: Date.now() });
      return navigate({ to: '/sign-in', search: { next } });
    }
    return give(viewerVote === value ? null : value);
  };
}
