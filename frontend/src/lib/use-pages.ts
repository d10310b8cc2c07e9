import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useState } from 'react';
import { type AnyVariables, useClient, useQuery } from 'urql';
import { outdated } from './graphql/updates';
import { useStore } from './store';

interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number;
}

/**
 * A list that grows page by page. The document takes `after: String`; the cache joins the pages it has read.
 * While filters change, the old list stays, and `stale` says so. `error` is why there is nothing to show; `moreError`
 * why the list that is shown could not grow or be read again.
 */
export function usePages<Data, Variables extends AnyVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionOf: (data: Data) => Connection<Node>,
  { pause = false }: { pause?: boolean } = {},
) {
  const client = useClient();
  const key = JSON.stringify(variables);
  // the pages of an outdated list are forgotten: the one read last would come back alone
  const place = `${useStore(outdated)} ${key}`;
  const [position, setPosition] = useState<{ place: string; after: string | null }>({ place, after: null });
  const after = position.place === place ? position.after : null;
  const page = (from: string | null) => ({ ...variables, after: from }) as unknown as Variables;
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: document, variables: page(after), pause });
  const [shown, setShown] = useState<{ key: string; data: Data } | null>(null);
  useEffect(() => {
    if (data && !fetching) setShown({ key, data });
  }, [data, fetching, key]);
  // the list of other filters must not pass for the one that could not be read
  const kept = shown && (shown.key === key || !error) ? shown.data : null;
  const current = data ?? kept;
  const connection = current ? connectionOf(current) : null;
  const failure = fetching ? undefined : error;
  const again = () => execute({ requestPolicy: 'network-only' });
  const endCursor = connection?.pageInfo.endCursor ?? null;
  return {
    nodes: connection?.edges.map(({ node }) => node) ?? [],
    totalCount: connection?.totalCount,
    hasNext: connection?.pageInfo.hasNextPage ?? false,
    loadMore: () => (failure || endCursor === after ? again() : setPosition({ place, after: endCursor })),
    /** Asks the server once more: for the page read last, and for the first one. */
    retry: () => {
      again();
      if (after !== null) void client.query(document, page(null), { requestPolicy: 'network-only' }).toPromise();
    },
    loading: !connection && !failure,
    loadingMore: fetching && (after !== null || Boolean(error)),
    stale: (fetching || stale) && connection !== null,
    error: connection ? undefined : failure,
    moreError: connection ? failure : undefined,
    data: current,
  };
}
