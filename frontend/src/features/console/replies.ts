import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { Locale, SavedReplyFieldsFragment } from '@/gql/graphql';

graphql(`
  fragment SavedReplyFields on SavedReply {
    id
    title
    body
    language
    usedCount
    lastUsedAt
    version
  }
`);

const SavedReplies = graphql(`
  query SavedReplies($companyId: ID!) {
    savedReplies(companyId: $companyId) {
      ...SavedReplyFields
    }
  }
`);

/** The company's saved replies, most used first. */
export function useReplies(companyId: string) {
  const [{ data, fetching, error }, retry] = useQuery({ query: SavedReplies, variables: { companyId } });
  return { replies: data?.savedReplies ?? [], loading: fetching && !data, error, retry };
}

/** Those in the idea's language first. */
export const inOrderFor = (
  replies: readonly SavedReplyFieldsFragment[],
  language: Locale | null | undefined,
): SavedReplyFieldsFragment[] =>
  replies.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
