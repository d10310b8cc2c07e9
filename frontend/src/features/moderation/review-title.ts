import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';

graphql(`
  fragment HeldItem on Review {
    id
    kind
    reason
    version
    createdAt
    author {
      id
      displayName
    }
    authorMembership {
      id
      joinedAt
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
    idea {
      id
      title
      bodyHtml
      language
      tags
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
        url
        thumbnailUrl
      }
    }
    comment {
      id
      bodyHtml
      language
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

/** What a held item is called in the list: an idea by its title, a comment by the idea it was written under. */
export const useReviewTitle = () => {
  const { t } = useLingui();
  return ({ idea, comment }: HeldItemFragment): string => {
    if (idea) return idea.title;
    const title = comment?.idea.title ?? '';
    return t`Comment on “${title}”`;
  };
};
