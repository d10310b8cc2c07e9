import { useLingui } from '@lingui/react/macro';
import type { BadgeMetric } from '@/gql/graphql';

/** What badges can count, as a rule reads: “from 3 … on”. */
export function useMetricNames(): Record<BadgeMetric, string> {
  const { t } = useLingui();
  return {
    IDEAS_PUBLISHED: t`Ideas published`,
    IDEAS_ACCEPTED: t`Ideas planned or delivered`,
    COMMENTS_APPRECIATED: t`Comments that somebody appreciated`,
    ANSWERS_GIVEN: t`Answers that helped whom they were for`,
    SIMILAR_FOUND: t`Similar ideas found`,
    FLAGS_UPHELD: t`Reports that were right (only they see it)`,
    IDEAS_WON: t`Winning ideas`,
    YEARS: t`Years as a member`,
  };
}

/** Whether nobody but its holder knows who has it: it stays what it is. */
export const isForReports = (metric: string | null | undefined): boolean => metric === 'FLAGS_UPHELD';
