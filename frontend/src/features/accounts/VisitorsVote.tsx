import { useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { toast, toastError } from '@/lib/toasts';
import { choose } from '@/lib/voting';
import { takeWish } from '@/lib/wish';

const WishedIdea = graphql(`
  query WishedIdea($id: ID!) {
    idea(id: $id) {
      ...VoteState
    }
  }
`);

/** Gives the vote that somebody tapped before they signed in, once they are back there; unless they had voted. */
export function VisitorsVote() {
  const { t } = useLingui();
  const client = useClient();
  const { href } = useLocation();
  useEffect(() => {
    const wish = takeWish(location.pathname + location.search);
    if (!wish) return;
    const give = async () => {
      const policy = { requestPolicy: 'network-only' } as const;
      const { data } = await client.query(WishedIdea, { id: wish.ideaId }, policy).toPromise();
      const idea = data?.idea;
      if (!idea || idea.viewerVote) return;
      const { title } = idea;
      const settled = await choose(client, idea, wish.value);
      if (!settled) return;
      if (settled.problem) toastError(settled.problem.message || t`Your vote for “${title}” did not get through.`);
      else toast(t`Your vote for “${title}” counts.`, { tone: 'success' });
    };
    void give();
  }, [href, client, t]);
  return null;
}
