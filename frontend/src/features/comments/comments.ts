import { graphql } from '@/gql';
import type { CommentLineFragment, CommentThreadFragment } from '@/gql/graphql';
// what is written or thanked for is on the page at once
import '@/lib/graphql/comment-updates';

export const CommentFields = graphql(`
  fragment CommentLine on Comment {
    id
    parentId
    fromCompany
    bodyHtml
    language
    visibility
    holdReason
    rejectionReason
    appreciationCount
    viewerAppreciates
    replyCount
    depth
    createdAt
    editedAt
    author {
      ...PersonName
    }
    inReplyTo {
      ...PersonName
    }
    viewerCan {
      edit
      delete
      reply
      appreciate
    }
    moderationTrace {
      act
      ground
      automatic
      decisionId
    }
  }
  fragment CommentThread on Comment {
    ...CommentLine
    replies(first: $replies) {
      edges {
        node {
          ...CommentLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DiscussionOf = graphql(`
  query DiscussionOf($ideaId: ID!, $order: CommentOrder!, $first: Int = 20, $replies: Int = 3, $after: String) {
    idea(id: $ideaId) {
      id
      commentCount
      company {
        id
        slug
        name
        defaultLanguage
      }
      viewerCan {
        comment
      }
      comments(first: $first, order: $order, after: $after) {
        edges {
          node {
            ...CommentThread
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const MoreReplies = graphql(`
  query MoreReplies($commentId: ID!, $after: String) {
    comment(id: $commentId) {
      id
      replies(first: 20, after: $after) {
        edges {
          node {
            ...CommentLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** One that was just written: the cache has it already. */
export const ThreadOf = graphql(`
  query ThreadOf($id: ID!, $replies: Int = 3) {
    comment(id: $id) {
      ...CommentThread
    }
  }
`);

export const AddComment = graphql(`
  mutation AddComment($input: AddCommentInput!, $replies: Int = 3) {
    addComment(input: $input) {
      ...CommentThread
      rootId
      idea {
        id
        commentCount
      }
    }
  }
`);

export type Comment = CommentLineFragment;
export type Thread = CommentThreadFragment;

/** A deleted comment stays as an empty place only where others answer it. */
export const isShown = ({ visibility, replyCount }: Comment): boolean => visibility !== 'DELETED' || replyCount > 0;
