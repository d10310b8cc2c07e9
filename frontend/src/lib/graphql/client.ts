import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { Client, fetchExchange, type Operation } from 'urql';
import { pipe, subscribe } from 'wonka';
import { endpoint } from '../http';
import { onReturn } from '../offline';
import { EMBEDDED } from './embedded';
import { fetchAsViewer } from './fetch';
import { subscriptions } from './subscriptions';
import { optimistic, updates } from './updates';

const paged = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, relayPagination()]));

let leaving = false;
addEventListener('pagehide', () => (leaving = true), { capture: true });
addEventListener('pageshow', () => (leaving = false));

/** Once the server can be reached again, whatever is on screen is asked for anew. */
function readAgainOnReturn(client: Client): void {
  const shown = new Map<number, Operation>();
  const look = (operation: Operation) =>
    operation.kind === 'query' ? shown.set(operation.key, operation) : shown.delete(operation.key);
  pipe(client.operations$, subscribe(look));
  onReturn(() => import('./seen').then(({ readAgain }) => readAgain(client, [...shown.values()])));
}

/** A client with an empty, normalised cache. One per viewer: what one person may see is not kept for the next. */
export function createClient(): Client {
  const client = new Client({
    url: endpoint,
    // GET requests could be cached on the way, and need no preflight from foreign pages
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: fetchAsViewer,
    // what is sent while the page goes away must outlive it
    fetchOptions: () => ({ credentials: 'same-origin', keepalive: leaving }),
    exchanges: [
      cacheExchange({
        keys: {
          // what has no id lives inside its parent; only while developing the cache asks whether that is meant
          ...(process.env.NODE_ENV !== 'production' && Object.fromEntries(EMBEDDED.map((type) => [type, () => null]))),
          Answer: () => null,
          Refusal: () => null,
          NotificationPreference: ({ kind }) => kind as string,
        },
        // no resolver that invents an entity: a null from the server would load for ever
        resolvers: {
          Query: paged(
            'appeals',
            'auditEntries',
            'challenges',
            'companies',
            'companyMembers',
            'gifts',
            'ideas',
            'ideasToAnswer',
            'managedRewards',
            'memberIdeas',
            'moderationLog',
            'moderationLogHeads',
            'myDecisions',
            'myFollowedIdeas',
            'myIdeas',
            'myVotes',
            'notifications',
            'redemptions',
            'reviews',
            'rewards',
            'viewerGifts',
            'viewerLedger',
            'viewerRedemptions',
          ),
          Idea: paged('comments'),
          Comment: paged('replies'),
        },
        optimistic,
        updates: { Mutation: updates },
      }),
      fetchExchange,
      subscriptions,
    ],
  });
  readAgainOnReturn(client);
  return client;
}
