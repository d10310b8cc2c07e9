import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useState } from 'react';
import { type AnyVariables, useQuery } from 'urql';

interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number;
}

/**
 * A list that grows page by page. The document takes `after: String`; the cache joins the pages it has read.
 * While filters change, the old list stays, and `stale` says so.
 */
export function usePages<Data, Variables extends AnyVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionOf: (data: Data) => Connection<Node>,
  { pause = false }: { pause?: boolean } = {},
) {
  const key = JSON.stringify(variables);
  const [position, setPosition] = useState<{ key: string; after: string | null }>({ key, after: null });
  const after = position.key === key ? position.after : null;
  const [{ data, error, fetching, stale }, again] = useQuery({
    query: document,
    variables: { ...variables, after } as unknown as Variables,
    pause,
  });
  const [shown, setShown] = useState<{ key: string; data: Data } | null>(null);
  useEffect(() => {
    if (data && !fetching) setShown({ key, data });
  }, [data, fetching, key]);
  const current = data ?? shown?.data;
  const connection = current ? connectionOf(current) : null;
  return {
    nodes: connection?.edges.map(({ node }) => node) ?? [],
    totalCount: connection?.totalCount,
    hasNext: connection?.pageInfo.hasNextPage ?? false,
    loadMore: () => setPosition({ key, after: connection?.pageInfo.endCursor ?? null }),
    retry: () => again({ requestPolicy: 'network-only' }),
    loading: !connection && !error,
    loadingMore: fetching && after !== null,
    stale: (fetching || stale) && connection !== null,
    error: connection ? undefined : error,
    data: current,
  };
}
