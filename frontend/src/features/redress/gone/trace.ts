import { graphql } from '@/gql';

export const TraceOf = graphql(`
  query TraceOf($ideaId: ID!) {
    moderationTrace(ideaId: $ideaId) {
      act
      ground
      automatic
      decidedAt
      company
      companySlug
      decisionId
    }
  }
`);
