import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLSchema,
  isCompositeType,
  isListType,
} from 'graphql';
import { type ComplexityEstimator, type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';

/** Items of a list that has no `first` and does not declare its length by its `complexity`. */
const SHORT_LIST = 10;
/** Longer pages are refused by the operation itself. */
const LONGEST_PAGE = 100;
/** A page whose `first` is null. */
const USUAL_PAGE = 20;

/** Of a list or page; undefined of a single object. */
function lengthOf({ field, args: { first } }: ComplexityEstimatorArgs): number | undefined {
  const declared = field.extensions.complexity;
  if (typeof declared === 'number') return declared;
  if (first === null) return USUAL_PAGE;
  if (typeof first === 'number') return Math.min(Math.max(first, 1), LONGEST_PAGE);
  // the edges of a page are counted with the page
  return isListType(getNullableType(field.type)) && field.name !== 'edges' ? SHORT_LIST : undefined;
}

/** Plain values come with their object. Introspection has limits of its own. */
const estimate: ComplexityEstimator = (asked) => {
  const { field, childComplexity } = asked;
  if (field.name.startsWith('__') || !isCompositeType(getNamedType(field.type))) return 0;
  const length = lengthOf(asked);
  return length === undefined ? childComplexity : length * (1 + childComplexity);
};

/** How many items an operation could bring, were every list of it full: a list within a list multiplies. */
export function operationSize(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
): number {
  try {
    return getComplexity({ schema, query, operationName, variables, estimators: [estimate] });
  } catch (error) {
    // its fragments stand for more than 10,000 fields, and were followed no further
    if (error instanceof GraphQLError) return Infinity;
    throw error;
  }
}
