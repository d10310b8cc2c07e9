import { graphql } from '@/gql';
import type { RewardRuleInput, RewardRulesQuery, WalletLineFragment } from '@/gql/graphql';

export const MyWallet = graphql(`
  query MyWallet($companyId: ID!) {
    viewerWallet(companyId: $companyId) {
      balance
      earned
      waiting
      expiring {
        points
        at
      }
    }
  }
`);

export const MyPoints = graphql(`
  query MyPoints($companyId: ID!, $after: String) {
    viewerLedger(companyId: $companyId, first: 20, after: $after) {
      edges {
        node {
          ...WalletLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment WalletLine on WalletLine {
    id
    at
    kind
    step
    points
    rule
    because
    stands
    idea {
      id
      title
      language
    }
    comment {
      id
    }
    gift {
      id
      note
      giver {
        ...PersonName
      }
    }
    reward {
      id
      title
    }
    challenge {
      id
      slug
      title
      language
    }
  }
`);

export const RewardRules = graphql(`
  query RewardRules($companyId: ID!) {
    rewardRules(companyId: $companyId) {
      ...RewardRulesFields
    }
  }
  fragment RewardRulesFields on RewardRules {
    version
    rules {
      rule
      points
      every
      dailyCap
      lifetimeCap
      startsAt
      next {
        points
        every
        dailyCap
        lifetimeCap
        startsAt
      }
    }
  }
`);

export const UpdateRewardRules = graphql(`
  mutation UpdateRewardRules($input: UpdateRewardRulesInput!) {
    updateRewardRules(input: $input) {
      ...RewardRulesFields
    }
  }
`);

export const TryRewards = graphql(`
  query TryRewards($input: SimulateRewardsInput!) {
    simulateRewards(input: $input) {
      now
      then
      since
      gaining
      losing
      rules {
        rule
        now
        then
      }
      members {
        now
        then
        user {
          ...PersonName
        }
      }
    }
  }
`);

export const PointsBudget = graphql(`
  query PointsBudget($companyId: ID!) {
    rewardBudget(companyId: $companyId, months: 12) {
      issued
      spent
      expired
      forfeited
      liability
      debts
      waiting
      promised
      months {
        month
        issued
        spent
        expired
        forfeited
      }
    }
  }
`);

export type Line = WalletLineFragment;
export type RuleTerms = RewardRulesQuery['rewardRules']['rules'][number];

/** What a rule gives, as it is sent. */
export const termsOf = ({ rule, points, every, dailyCap, lifetimeCap }: RuleTerms): RewardRuleInput => ({
  ...{ rule, points },
  ...{ every: every ?? null, dailyCap: dailyCap ?? null, lifetimeCap: lifetimeCap ?? null },
});
