import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import type { LiveChangesSubscription, LiveChangesSubscriptionVariables } from '@/gql/graphql';

const LiveChanges = graphql(`
  subscription LiveChanges($companyId: ID!, $challengeId: ID, $ideaBoxOnly: Boolean, $ideaIds: [ID!]) {
    liveChanges(companyId: $companyId, challengeId: $challengeId, ideaBoxOnly: $ideaBoxOnly, ideaIds: $ideaIds) {
      whole
      publishedIdeaIds
      comments {
        id
        rootId
      }
      ideas {
        ideaId
        answered
        idea {
          id
          status
          commentCount
          upCount
          downCount
          score
        }
      }
    }
  }
`);

export type LiveChange = LiveChangesSubscription['liveChanges'];

/** Whoever looks away for so long is told nothing until they come back. */
const AWAY = 20_000;

/** Whether somebody looks at this page. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(!document.hidden);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => setAwake(false), AWAY);
      else setAwake(true);
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return awake;
}

/**
 * What changes, while somebody looks. The cache has the new counts already when `hear` is called; after a gap, as after
 * the network was away, all that there is comes again.
 */
export function useLive(variables: LiveChangesSubscriptionVariables, hear: (change: LiveChange) => void): void {
  const client = useClient();
  const awake = useAwake();
  const listener = useRef(hear);
  useEffect(() => void (listener.current = hear));
  const asked = JSON.stringify(variables);
  useEffect(() => {
    if (!awake) return;
    const { unsubscribe } = client
      .subscription(LiveChanges, JSON.parse(asked) as LiveChangesSubscriptionVariables)
      .subscribe(({ data }) => data && listener.current(data.liveChanges));
    return unsubscribe;
  }, [client, awake, asked]);
}
