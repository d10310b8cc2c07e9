import { graphql } from '@/gql';

export const FileComplaint = graphql(`
  mutation FileComplaint($input: FileComplaintInput!) {
    fileComplaint(input: $input) {
      ...OwnComplaint
    }
  }
  fragment OwnComplaint on Complaint {
    state
    text
    reasons
    dueAt
    decidedAt
    createdAt
  }
`);
