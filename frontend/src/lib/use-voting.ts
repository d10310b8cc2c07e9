import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useClient } from 'urql';
import type { VoteStateFragment, VoteValue } from '@/gql/graphql';
import { useSession } from './session';
import { toast, toastError } from './toasts';
import { type Choice, choose } from './voting';

/** As `wish.ts` calls it, whose script only those need who have one. */
const WISH = 'cocrea-wish/vote';

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
  /** Answers whether it stands. */
  const give = async (choice: Choice): Promise<boolean> => {
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
    return settled !== null && !settled.problem;
  };
  // what they tapped before they signed in
  const { id } = idea;
  useEffect(() => {
    if (status !== 'in' || !sessionStorage.getItem(WISH)) return;
    void import('./wish').then(({ takeWish }) => {
      const value = takeWish(id);
      if (!value || newest.current.viewerVote) return;
      void give(value).then((stands) => stands && toast(t`Your vote for “${title}” counts.`, { tone: 'success' }));
    });
  }, [status, id]);
  return (value: VoteValue, event?: MouseEvent) => {
    // the second half of a double click
    if (event?.detail === 2) return undefined;
    if (status !== 'in') {
      const next = location.pathname + location.search;
      void import('./wish').then(({ keepWish }) => keepWish({ ideaId: id, value, next }));
      return navigate({ to: '/sign-in', search: { next } });
    }
    return give(viewerVote === value ? null : value);
  };
}
