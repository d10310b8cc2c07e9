import { graphql } from '@/gql';

export const ReportFormOf = graphql(`
  query ReportFormOf($slug: String!, $ideaId: ID, $commentId: ID, $userId: ID, $companyId: ID) {
    company(slug: $slug) {
      id
      name
      defaultLanguage
      rules {
        id
        title
        text
      }
      viewerMembership {
        id
        suspendedUntil
      }
    }
    viewerFlag(ideaId: $ideaId, commentId: $commentId, userId: $userId, companyId: $companyId) {
      ...OwnFlag
    }
  }
  fragment OwnFlag on Flag {
    id
    state
    note
    createdAt
    complainUntil
    complaint {
      ...OwnComplaint
    }
    rule {
      id
      title
    }
  }
`);

export const FlagItem = graphql(`
  mutation FlagItem($input: FlagItemInput!) {
    flagItem(input: $input) {
      ...OwnFlag
    }
  }
`);

export const WithdrawFlag = graphql(`
  mutation WithdrawFlag($input: WithdrawFlagInput!) {
    withdrawFlag(input: $input) {
      ...OwnFlag
    }
  }
`);
