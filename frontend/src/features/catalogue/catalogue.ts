import { graphql } from '@/gql';
import type { MyRedemptionFragment, RewardCardFragment } from '@/gql/graphql';
import { outdating, updates } from '@/lib/graphql/updates';

export const Catalogue = graphql(`
  query Catalogue($companyId: ID!, $after: String) {
    rewards(companyId: $companyId, first: 30, after: $after) {
      edges {
        node {
          ...RewardCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment RewardCard on Reward {
    id
    title
    descriptionHtml
    thumbnailUrl
    pictureAlt
    cost
    fulfilment
    needsAddress
    stock
    perMember
    levelNeeded
    startsAt
    endsAt
    viewerBar
    viewerRedeemed
    viewerMissingPoints
  }
`);

export const CatalogueBalance = graphql(`
  query CatalogueBalance($companyId: ID!) {
    viewerWallet(companyId: $companyId) {
      balance
    }
  }
`);

export const RedeemReward = graphql(`
  mutation RedeemReward($input: RedeemRewardInput!) {
    redeemReward(input: $input) {
      ...MyRedemption
    }
  }
  fragment MyRedemption on Redemption {
    id
    state
    points
    code
    unreadable
    note
    ended
    reason
    requestedAt
    fulfilledAt
    endedAt
    givenBy {
      ...PersonName
    }
    delivery {
      name
      address
      phone
    }
    reward {
      id
      title
      thumbnailUrl
      pictureAlt
      fulfilment
      needsAddress
      descriptionHtml
    }
  }
`);

export const MyRedemptions = graphql(`
  query MyRedemptions($companyId: ID, $after: String) {
    viewerRedemptions(companyId: $companyId, first: 20, after: $after) {
      edges {
        node {
          ...MyRedemption
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CancelRedemption = graphql(`
  mutation CancelRedemption($input: RedemptionIdInput!) {
    cancelRedemption(input: $input) {
      ...MyRedemption
    }
  }
`);

export const SetRedemptionDelivery = graphql(`
  mutation SetRedemptionDelivery($input: SetRedemptionDeliveryInput!) {
    setRedemptionDelivery(input: $input) {
      ...MyRedemption
    }
  }
`);

export type RewardOffer = RewardCardFragment;
export type MyRedemption = MyRedemptionFragment;

// here, so that the first screens need not know
const SPENT = ['rewards', 'viewerWallet', 'viewerLedger'];
updates.redeemReward = outdating([...SPENT, 'viewerRedemptions']);
updates.cancelRedemption = outdating(SPENT);
