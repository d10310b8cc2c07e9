import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';

const ReviewRules = graphql(`
  query ReviewRules($slug: String!) {
    company(slug: $slug) {
      id
      rules {
        id
        title
        text
      }
    }
  }
`);

/** The company's guidelines. */
export function useRules() {
  const { slug } = useCompany();
  const [{ data }] = useQuery({ query: ReviewRules, variables: { slug } });
  return data?.company?.rules ?? [];
}
