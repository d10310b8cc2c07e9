import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gql';
import type { FairPlayOfQuery, FairPlayRule } from '@/gql/graphql';
import { idParam, textParam } from '@/lib/search';

export const FairPlayOf = graphql(`
  query FairPlayOf($companyId: ID!, $challengeId: ID, $month: String) {
    fairPlay(companyId: $companyId, challengeId: $challengeId, month: $month) {
      from
      until
      signals {
        rule
        memberCount
        ideaCount
        votes
        evidence {
          figure
          value
        }
        members {
          id
          ...PersonName
        }
        ideas {
          id
          title
          language
        }
      }
      ideas {
        counted
        lowest
        place
        lowestPlace
        questioned {
          rule
          amount
        }
        idea {
          id
          title
          language
        }
      }
      members {
        counted
        lowest
        place
        lowestPlace
        questioned {
          rule
          amount
        }
        member {
          id
          ...PersonName
        }
      }
    }
  }
`);

export type FairPlayData = FairPlayOfQuery['fairPlay'];
export type Signal = FairPlayData['signals'][number];
export type Range = Omit<FairPlayData['ideas'][number], 'idea' | '__typename'>;

/** Which votes are looked at, as the address says it. */
export interface FairPlaySearch {
  challenge?: string;
  /** 2026-03 */
  month?: string;
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

export const readFairPlaySearch = ({ challenge, month }: Record<string, unknown>): FairPlaySearch => {
  const text = textParam(month);
  return { challenge: idParam(challenge), month: text && MONTH.test(text) ? text : undefined };
};

/** What was seen, in a few words. */
export function useRuleNames(): Record<FairPlayRule, string> {
  const { t } = useLingui();
  return {
    VOTE_RING: t`A circle of votes`,
    RECIPROCAL_VOTES: t`Votes for each other`,
    BURST: t`Many votes at once`,
    NEW_ACCOUNTS: t`First votes of new accounts`,
    SAME_NETWORK: t`Votes from one network`,
    SAME_DEVICE: t`Votes with one browser`,
    EXCLUDED_MEMBERS: t`Votes of excluded members`,
  };
}

/** What it means, and what else it may be. */
export function useRuleTexts(): Record<FairPlayRule, string> {
  const { t } = useLingui();
  return {
    VOTE_RING: t`They vote mostly for each other. Friends and colleagues who came together do so, too.`,
    RECIPROCAL_VOTES: t`The two vote for each other’s ideas far more than others do. Who shares a taste does so, too.`,
    BURST: t`The votes came within minutes, out of line with the idea’s usual pace. A link that somebody shared does that, too.`,
    NEW_ACCOUNTS: t`These accounts voted for this idea first of all, just after they were made. Who was invited by its author does so, too.`,
    SAME_NETWORK: t`The votes came from one network. Families, offices and libraries share one.`,
    SAME_DEVICE: t`These members use the same browser. Couples and families share a computer, too.`,
    EXCLUDED_MEMBERS: t`A person has decided that they take no part in rewards. Their votes stay.`,
  };
}
