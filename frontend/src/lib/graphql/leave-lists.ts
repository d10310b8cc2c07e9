import type { Cache, FieldInfo } from '@urql/exchange-graphcache';
import { outdating, updates } from './updates';

type Arguments = FieldInfo['arguments'];
type Counted = Record<string, { __typename: string; totalCount?: number } | null>;

/** A list by what was asked for, whichever its page. */
const listOf = (args: Arguments): string => JSON.stringify({ ...args, after: null });

/** One page of a list says how many fewer there are. */
function countLess(cache: Cache, field: string, args: Arguments, by: number): void {
  const names = Object.keys(args ?? {});
  // a cache without a schema takes any type
  const query = `query(${names.map((name) => `$${name}: ID`).join()}) {
    ${field}(${names.map((name) => `${name}: $${name}`).join()}) { __typename totalCount }
  }`;
  cache.updateQuery<Counted>({ query, variables: args ?? {} }, (data) => {
    const connection = data?.[field];
    return connection?.totalCount ? { [field]: { ...connection, totalCount: connection.totalCount - by } } : null;
  });
}

/** What was decided leaves the lists in which it waited, and the rest of them stays as it is. */
function leaveLists(cache: Cache, field: string, keys: readonly string[]): void {
  const pages = cache.inspectFields('Query').filter(({ fieldName }) => fieldName === field);
  const left: Record<string, Set<unknown>> = {};
  for (const { fieldKey, arguments: args } of pages) {
    const connection = cache.resolve('Query', fieldKey) as string | null;
    const edges = connection && (cache.resolve(connection, 'edges') as string[] | null);
    if (!edges) continue;
    const gone = (left[listOf(args)] ??= new Set());
    const rest = edges.filter((edge) => {
      const node = cache.resolve(edge, 'node') as string;
      if (keys.includes(node)) gone.add(node);
      return !keys.includes(node);
    });
    if (rest.length < edges.length) cache.link(connection, 'edges', rest);
  }
  for (const { arguments: args } of pages) {
    const by = left[listOf(args)]?.size;
    if (by) countLess(cache, field, args, by);
  }
}

/** Before the lists that are out of date are read again, which this one then need not be. */
function leaving(mutation: string, list: string, decided: (result: never) => string[]): void {
  const outdate = updates[mutation]!;
  updates[mutation] = (result, args, cache, info) => {
    leaveLists(cache, list, decided(result[mutation] as never));
    outdate(result, args, cache, info);
  };
}

const ideaKey = ({ id }: { id: string }) => `Idea:${id}`;
interface Decided {
  id: string;
  state: string;
}
/** A review of a post whose author alone was judged waits on. */
const reviewKeys = (reviews: Decided[]) =>
  reviews.filter(({ state }) => state !== 'PENDING').map(({ id }) => `Review:${id}`);

updates.decideReview = outdating(['pendingReviewCount', 'ideas']);
updates.decideReviews = outdating(['pendingReviewCount', 'ideas']);
updates.undoDecision = outdating(['pendingReviewCount', 'reviews', 'ideas']);
updates.undoDecisions = updates.undoDecision;

leaving('answerIdea', 'ideasToAnswer', (idea: { id: string }) => [ideaKey(idea)]);
leaving('answerIdeas', 'ideasToAnswer', (done: { answered: { id: string }[] }) => done.answered.map(ideaKey));
leaving('decideReview', 'reviews', (review: Decided) => reviewKeys([review]));
leaving('decideReviews', 'reviews', ({ decided }: { decided: Decided[] }) => reviewKeys(decided));
