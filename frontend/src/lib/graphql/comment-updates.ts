import type { Cache, OptimisticMutationResolver, UpdateResolver } from '@urql/exchange-graphcache';
import { graphql } from '@/gql';
import { optimistic, updates } from './updates';

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
const expectAppreciation =
  (given: boolean): OptimisticMutationResolver =>
  ({ input }, cache) => {
    const { commentId: id } = input as { commentId: string };
    const comment = cache.readFragment(Appreciation, { __typename: 'Comment', id }) as Appreciated | null;
    if (!comment) return null;
    const change = Number(given) - Number(comment.viewerAppreciates);
    const appreciationCount = comment.appreciationCount + change;
    return { __typename: 'Comment', id, appreciationCount, viewerAppreciates: given };
  };

/** The pages with which a list ends: one for each way in which it was asked for. */
const lastPages = (cache: Cache, owner: string, list: string) =>
  cache.inspectFields(owner).flatMap(({ fieldName, fieldKey, arguments: args }) => {
    const key = fieldName === list ? (cache.resolve(owner, fieldKey) as string | null) : null;
    const info = key && (cache.resolve(key, 'pageInfo') as string | null);
    return info && cache.resolve(info, 'hasNextPage') === false ? [{ key, args }] : [];
  });

const AddedReply = graphql(`
  fragment AddedReply on CommentEdge {
    node {
      id
    }
  }
`);

/** Puts an answer at the end of those that are read: reading them again would be up to the page its thread stands on. */
function appendReply(cache: Cache, root: string, id: string): void {
  for (const page of lastPages(cache, root, 'replies')) {
    const edges = cache.resolve(page.key, 'edges') as string[];
    const edge = { __typename: 'CommentEdge', id };
    cache.writeFragment(AddedReply, { ...edge, node: { __typename: 'Comment', id } } as never);
    cache.link(page.key, 'edges', [...edges, cache.keyOfEntity(edge)]);
  }
}

interface Added {
  addComment: { id: string; rootId: string | null };
}

/** A new comment can be read by its id at once, and its list has it, or is read again, where it ends. */
const afterAddComment: UpdateResolver = (result, { input }, cache) => {
  const { id, rootId } = (result as unknown as Added).addComment;
  const { ideaId } = input as { ideaId: string };
  cache.link('Query', 'comment', { id }, { __typename: 'Comment', id });
  if (rootId) return appendReply(cache, `Comment:${rootId}`, id);
  const idea = `Idea:${ideaId}`;
  // the pages before the last stay
  for (const { args } of lastPages(cache, idea, 'comments')) cache.invalidate(idea, 'comments', args);
};

optimistic.appreciateComment = expectAppreciation(true);
optimistic.unappreciateComment = expectAppreciation(false);
updates.addComment = afterAddComment;
