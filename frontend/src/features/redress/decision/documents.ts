import { graphql } from '@/gql';

export const DecisionOf = graphql(`
  query DecisionOf($id: ID!) {
    decision(id: $id) {
      id
      act
      automatic
      appealUntil
      undoneAt
      undoneBecause
      viewerMayAppeal
      statement {
        title
        item
        itemPath
        company
        companySlug
        sections {
          part
          heading
          paragraphs
        }
      }
      appeal {
        ...OwnAppeal
      }
    }
  }
  fragment OwnAppeal on Appeal {
    id
    state
    text
    createdAt
    dueAt
    decidedAt
    deciderRole
    reasons
    attachments {
      id
      filename
      url
    }
  }
`);

export const FileAppeal = graphql(`
  mutation FileAppeal($input: FileAppealInput!) {
    fileAppeal(input: $input) {
      ...OwnAppeal
      decision {
        id
        viewerMayAppeal
        appeal {
          id
        }
      }
    }
  }
`);
