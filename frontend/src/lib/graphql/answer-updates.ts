import type { Cache } from '@urql/exchange-graphcache';

/** Ideas that have their answer leave the lists of those that wait, and the rest of these lists stays as it is. */
export function leaveQueues(cache: Cache, ideaIds: readonly string[]): void {
  const answered = new Set(ideaIds.map((id) => `Idea:${id}`));
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName !== 'ideasToAnswer') continue;
    const connection = cache.resolve('Query', fieldName, args) as string | null;
    const edges = connection && (cache.resolve(connection, 'edges') as string[] | null);
    if (!edges) continue;
    const left = edges.filter((edge) => !answered.has(cache.resolve(edge, 'node') as string));
    if (left.length < edges.length) cache.link(connection, 'edges', left);
  }
}
