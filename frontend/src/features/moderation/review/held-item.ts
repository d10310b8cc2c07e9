import { graphql } from '@/gql';

/** What is reviewed, with its version: the text and the version that is decided about always come together. */
graphql(`
  fragment HeldItem on Review {
    id
    kind
    state
    reason
    version
    createdAt
    dueAt
    overdue
    flagCount
    claimedUntil
    claimedBy {
      id
      displayName
    }
    author {
      ...PersonName
    }
    idea {
      id
      title
      bodyHtml
      language
      tags
      visibility
      locked
      challenge {
        id
        slug
        title
        summary
        language
      }
      attachments {
        id
        filename
        kind
        url
        thumbnailUrl
      }
    }
    comment {
      id
      bodyHtml
      language
      visibility
      parentId
      idea {
        id
        title
        bodyHtml
        language
      }
    }
  }
`);

/** The same in the list: what speaks against it. */
graphql(`
  fragment QueueItem on Review {
    ...HeldItem
    flags {
      id
      attachmentId
      rule {
        id
        title
      }
    }
    reasons {
      code
      score
      detail
    }
  }
`);

/** All that a moderator weighs before they decide. */
export const ReviewToDecide = graphql(`
  query ReviewToDecide($id: ID!) {
    review(id: $id) {
      ...HeldItem
      reasons {
        code
        score
        detail
      }
      flags {
        id
        attachmentId
        createdAt
        note
        state
        weight
        rule {
          id
          title
        }
        flagger {
          ...PersonName
        }
      }
      decisions {
        id
        act
        automatic
        createdAt
        deciderRole
        endsAt
        legalGround
        note
        undoneAt
        undoneBecause
        rule {
          id
          title
        }
        appeal {
          id
          state
        }
      }
      decidedAt
      decidedBy {
        ...PersonName
      }
      author {
        id
        bio
        avatarUrl
      }
      authorMembership {
        id
        role
        joinedAt
        trustLevel
        silencedUntil
        suspendedUntil
        excludedUntil
      }
      authorRecord {
        publishedIdeaCount
        publishedCommentCount
        rejectedCount
        recent {
          id
          kind
          state
          decidedAt
          rule {
            id
            title
          }
          idea {
            id
            title
            language
          }
          comment {
            id
            body
            language
          }
        }
      }
    }
  }
`);

/** What moderators ask before they sanction somebody. */
export const AuthorStanding = graphql(`
  query AuthorStanding($companyId: ID!, $userId: ID!) {
    sanctionAdvice(companyId: $companyId, userId: $userId) {
      kind
      days
      because
      counted {
        id
        kind
        startsAt
        endsAt
        openBecause
      }
    }
    evasionSignals(companyId: $companyId, userId: $userId) {
      day
      suspendedUntil
      user {
        ...PersonName
      }
    }
  }
`);
