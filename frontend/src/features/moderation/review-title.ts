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
    idea {
      id
      title
      bodyHtml
      language
      tags
      challenge {
        id
        title
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
      idea {
        id
        title
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
