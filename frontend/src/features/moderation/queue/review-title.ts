import { useLingui } from '@lingui/react/macro';
import type { HeldItemFragment } from '@/gql/graphql';

/** What a reviewed item is called: an idea by its title, a comment by the idea it was written under, a member by name. */
export const useReviewTitle = () => {
  const { t } = useLingui();
  return ({ idea, comment, author: { displayName } }: HeldItemFragment): string => {
    if (idea) return idea.title;
    const title = comment?.idea.title;
    return title === undefined ? t`Profile of ${displayName}` : t`Comment on “${title}”`;
  };
};
