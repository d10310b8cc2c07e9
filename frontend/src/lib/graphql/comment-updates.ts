import type { Cache, OptimisticMutationResolver, UpdateResolver } from '@urql/exchange-graphcache';
import { graphql } from '@/gql';

const Appreciation = graphql(`
  fragment Appreciation on Comment {
    id
    appreciationCount
    viewerAppreciates
  }
`);

interface Appreciated {
  id: string;
  appreciationCount: number;
  viewerAppreciates: boolean;
}

/** The comment as it will be once the server has counted the thanks, or taken them back. */
export const expectAppreciation =
  (given: boolean): OptimisticMutationResolver =>
  ({ input }, cache) => {
    const { commentId: id } = input as { commentId: string };
    const comment = cache.readFragment(Appreciation, { __typename: 'Comment', id }) as Appreciated | null;
    if (!comment) return null;
    const change = Number(given) - Number(comment.viewerAppreciates);
    const appreciationCount = comment.appreciationCount + change;
    return { __typename: 'Comment', id, appreciationCount, viewerAppreciates: given };
  };

/** Forgets the page of a list that was its last: it has one more now. The pages before it stay. */
function outdateLastPage(cache: Cache, owner: string, list: string): void {
  for (const { fieldName, fieldKey, arguments: args } of cache.inspectFields(owner)) {
    if (fieldName !== list) continue;
    const page = cache.resolve(owner, fieldKey) as string | null;
    const info = page && (cache.resolve(page, 'pageInfo') as string | null);
    if (info && cache.resolve(info, 'hasNextPage') === false) cache.invalidate(owner, list, args);
  }
}

interface Added {
  addComment: { id: string; rootId: string | null };
}

/** A new comment can be read by its id at once, and its list is read again where it ends. */
export const afterAddComment: UpdateResolver = (result, { input }, cache) => {
  const { id, rootId } = (result as unknown as Added).addComment;
  const { ideaId } = input as { ideaId: string };
  cache.link('Query', 'comment', { id }, { __typename: 'Comment', id });
  if (rootId) outdateLastPage(cache, `Comment:${rootId}`, 'replies');
  else outdateLastPage(cache, `Idea:${ideaId}`, 'comments');
};
