import { graphql } from '@/gql';
import type { IdeaPageQuery } from '@/gql/graphql';

export const IdeaPageDocument = graphql(`
  query IdeaPage($id: ID!) {
    idea(id: $id) {
      ...VoteState
      followerCount
      viewerFollows
      bodyHtml
      language
      tags
      visibility
      locked
      holdReason
      rejectionReason
      status
      version
      createdAt
      publishedAt
      editedAt
      revisionCount
      author {
        ...PersonName
      }
      coauthors {
        ...CoauthorLine
      }
      wins {
        id
      }
      company {
        ...CompanyContext
      }
      challenge {
        id
        slug
        title
        phases {
          ...PhaseStep
        }
        viewerCan {
          seeCounts
        }
      }
      answers {
        ...AnswerBox
      }
      attachments {
        ...AttachedFile
        width
        height
      }
      timeline {
        ...TimelineLine
      }
      viewerCan {
        edit
        withdraw
        vote
        inviteCoauthor
      }
    }
  }
  fragment CoauthorLine on Coauthor {
    state
    user {
      ...PersonName
    }
  }
  fragment AnswerBox on Answer {
    id
    status
    bodyHtml
    language
    pinned
    createdAt
    author {
      ...PersonName
    }
  }
  fragment TimelineLine on TimelineEntry {
    id
    kind
    at
    status
    detail
    actor {
      ...PersonName
    }
  }
`);

/** An idea as its page shows it. */
export type PageIdea = NonNullable<IdeaPageQuery['idea']>;
