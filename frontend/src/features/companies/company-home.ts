import { graphql } from '@/gql';

/** What a company's home says besides its challenges. */
export const CompanyHomeDocument = graphql(`
  query CompanyHome($slug: String!, $companyId: ID!) {
    company(slug: $slug) {
      id
      guidelinesHtml
      rules {
        id
        title
        text
      }
      promise {
        ideaCount
        answeredCount
        deliveredCount
        medianHoursToAnswer
      }
    }
    trending: ideas(companyId: $companyId, order: TRENDING, first: 5) {
      edges {
        node {
          ...IdeaRow
        }
      }
    }
    delivered: ideas(companyId: $companyId, order: DELIVERED, first: 4) {
      edges {
        node {
          id
          title
          language
          deliveredAt
          upCount
          author {
            ...PersonName
          }
          coauthors {
            state
            user {
              ...PersonName
            }
          }
        }
      }
    }
    box: ideas(companyId: $companyId, ideaBoxOnly: true, order: NEWEST, first: 3) {
      edges {
        node {
          ...IdeaRow
        }
      }
    }
  }
`);
