import { useLingui } from '@lingui/react/macro';
import type { ReviewKind, ReviewState, ScreeningCode } from '@/gql/graphql';

export const useKindName = () => {
  const { t } = useLingui();
  const names: Record<ReviewKind, string> = {
    IDEA: t`Idea`,
    COMMENT: t({ message: 'Comment', context: 'kind' }),
    PROFILE: t`Member`,
  };
  return (kind: ReviewKind) => names[kind];
};

export const useStateName = () => {
  const { t } = useLingui();
  const names: Record<ReviewState, string> = {
    PENDING: t`Waiting`,
    APPROVED: t`Kept`,
    REJECTED: t`Decided against`,
    WITHDRAWN: t`Taken back by the author`,
  };
  return (state: ReviewState) => names[state];
};

/** What screening found, in a few words for the list. */
export const useFindingName = () => {
  const { t } = useLingui();
  const names: Record<ScreeningCode, string> = {
    BLOCKED_LINK: t`Watched site`,
    COMPANY_REVIEWS_EVERYTHING: t`Everything is reviewed`,
    CROWDED_NETWORK: t`Many newcomers in one network`,
    HONEYPOT: t`Hidden field filled in`,
    LEARNED: t`Like earlier spam`,
    MANY_LINKS: t`Many links`,
    MANY_POSTS: t`Many posts in a short time`,
    NEARLY_REPEATED: t`Nearly the same text before`,
    NEWCOMER: t`Newcomer`,
    REPEATED: t`Same text before`,
    TYPED_FAST: t`Typed too fast`,
    WATCHED_WORD: t`Watched words`,
  };
  return (code: ScreeningCode) => names[code];
};
