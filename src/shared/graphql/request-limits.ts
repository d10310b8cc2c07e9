import { ApolloArmor } from '@escape.tech/graphql-armor';

/**
 * Limits of one request, over which it is refused before anything runs. Items: as many as an operation could bring,
 * were each of its lists full.
 */
export const LIMITS = { depth: 12, items: 10_000, aliases: 15, directives: 50, tokens: 2_000 };

/** The rules of a document's shape; the length of its lists is looked after in operation-size.ts. */
export const shapeRules = new ApolloArmor({
  maxDepth: { n: LIMITS.depth, flattenFragments: true },
  // blind to the length of lists
  costLimit: { enabled: false },
  maxAliases: { n: LIMITS.aliases },
  maxDirectives: { n: LIMITS.directives },
  // counted by the parser itself: the plugin would answer with 500
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: false },
}).protect();
