import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useCompany } from './company';

const ChallengeChoices = graphql(`
  query ChallengeChoices($companyId: ID!) {
    open: challenges(companyId: $companyId, list: OPEN, first: 50) {
      edges {
        node {
          id
          title
        }
      }
    }
    past: challenges(companyId: $companyId, list: PAST, first: 50) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);

/** Challenges that may have ideas, for a select: those that run, and those that are over. */
export function useChallengeChoices(): { value: string; label: string }[] {
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: ChallengeChoices, variables: { companyId } });
  const edges = [...(data?.open.edges ?? []), ...(data?.past.edges ?? [])];
  return edges.map(({ node }) => ({ value: node.id, label: node.title }));
}
