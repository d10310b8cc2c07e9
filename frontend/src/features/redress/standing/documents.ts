import { graphql } from '@/gql';

export const SanctionsInForce = graphql(`
  query SanctionsInForce($companyId: ID!) {
    mySanctions(companyId: $companyId) {
      ...SanctionLine
    }
  }
  fragment SanctionLine on Sanction {
    id
    kind
    endsAt
    openBecause
    decision {
      id
      legalGround
      rule {
        id
        title
      }
    }
  }
`);

export const StandingWith = graphql(`
  query StandingWith($companyId: ID!) {
    trustProgress(companyId: $companyId) {
      level
      fixed
      fallsAt
      needs {
        need
        have
        wanted
        atMost
        met
      }
    }
    mySanctions(companyId: $companyId) {
      ...SanctionLine
    }
  }
`);

export const DecisionsAboutMe = graphql(`
  query DecisionsAboutMe($companyId: ID!, $after: String) {
    myDecisions(companyId: $companyId, first: 20, after: $after) {
      edges {
        node {
          id
          createdAt
          undoneAt
          viewerMayAppeal
          statement {
            title
            item
          }
          appeal {
            id
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
