import { graphql } from '@/gql';

export const NoticedIdea = graphql(`
  query NoticedIdea($id: ID!) {
    idea(id: $id) {
      id
      title
      language
      attachments {
        id
        filename
      }
    }
  }
`);

export const NoticedMember = graphql(`
  query NoticedMember($id: ID!) {
    user(id: $id) {
      id
      displayName
      erased
    }
  }
`);

export const NoticedComment = graphql(`
  query NoticedComment($id: ID!) {
    comment(id: $id) {
      id
      bodyHtml
      language
    }
  }
`);

export const FileNotice = graphql(`
  mutation FileNotice($input: FileNoticeInput!) {
    fileNotice(input: $input) {
      token
      notice {
        state
      }
    }
  }
`);

export const NoticeOf = graphql(`
  query NoticeOf($token: String!) {
    notice(token: $token) {
      kind
      state
      filedAt
      complainUntil
      complaint {
        ...OwnComplaint
      }
      outcome {
        act
        automatic
        ground
        decidedAt
      }
    }
  }
`);
