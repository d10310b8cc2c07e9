import { graphql } from '@/gql';
import type { ManagedRewardFragment, QueuedRedemptionFragment } from '@/gql/graphql';
import { outdating, updates } from '@/lib/graphql/updates';

export const ManagedRewards = graphql(`
  query ManagedRewards($companyId: ID!, $state: RewardState, $after: String) {
    managedRewards(companyId: $companyId, state: $state, first: 30, after: $after) {
      totalCount
      edges {
        node {
          ...ManagedReward
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment ManagedReward on Reward {
    id
    version
    state
    title
    description
    pictureUrl
    thumbnailUrl
    pictureAlt
    cost
    fulfilment
    needsAddress
    stock
    taken
    perMember
    levelNeeded
    startsAt
    endsAt
  }
`);

export const RewardToEdit = graphql(`
  query RewardToEdit($id: ID!) {
    reward(id: $id) {
      ...ManagedReward
    }
  }
`);

export const CreateReward = graphql(`
  mutation CreateReward($input: CreateRewardInput!) {
    createReward(input: $input) {
      ...ManagedReward
    }
  }
`);

export const UpdateReward = graphql(`
  mutation UpdateReward($input: UpdateRewardInput!) {
    updateReward(input: $input) {
      ...ManagedReward
    }
  }
`);

export const PublishReward = graphql(`
  mutation PublishReward($input: RewardVersionInput!) {
    publishReward(input: $input) {
      ...ManagedReward
    }
  }
`);

export const RetireReward = graphql(`
  mutation RetireReward($input: RewardVersionInput!) {
    retireReward(input: $input) {
      ...ManagedReward
    }
  }
`);

export const ChangeRewardStock = graphql(`
  mutation ChangeRewardStock($input: ChangeRewardStockInput!) {
    changeRewardStock(input: $input) {
      ...ManagedReward
    }
  }
`);

export const AddRewardCodes = graphql(`
  mutation AddRewardCodes($input: AddRewardCodesInput!) {
    addRewardCodes(input: $input) {
      added
      known
      reward {
        ...ManagedReward
      }
    }
  }
`);

export const RemoveRewardCodes = graphql(`
  mutation RemoveRewardCodes($input: RewardVersionInput!) {
    removeRewardCodes(input: $input) {
      ...ManagedReward
    }
  }
`);

export const RedemptionQueue = graphql(`
  query RedemptionQueue($companyId: ID!, $state: RedemptionState, $after: String) {
    redemptions(companyId: $companyId, state: $state, first: 30, after: $after) {
      totalCount
      edges {
        node {
          ...QueuedRedemption
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment QueuedRedemption on Redemption {
    id
    state
    points
    note
    ended
    reason
    requestedAt
    fulfilledAt
    endedAt
    hasDelivery
    givenBy {
      ...PersonName
    }
    user {
      ...PersonName
    }
    reward {
      id
      title
      fulfilment
      needsAddress
    }
  }
`);

export const FulfilRedemption = graphql(`
  mutation FulfilRedemption($input: FulfilRedemptionInput!) {
    fulfilRedemption(input: $input) {
      ...QueuedRedemption
    }
  }
`);

export const RefuseRedemption = graphql(`
  mutation RefuseRedemption($input: EndRedemptionInput!) {
    refuseRedemption(input: $input) {
      ...QueuedRedemption
    }
  }
`);

export const RefundRedemption = graphql(`
  mutation RefundRedemption($input: EndRedemptionInput!) {
    refundRedemption(input: $input) {
      ...QueuedRedemption
    }
  }
`);

export const RevealRedemptionDelivery = graphql(`
  mutation RevealRedemptionDelivery($input: RedemptionIdInput!) {
    revealRedemptionDelivery(input: $input) {
      name
      address
      phone
    }
  }
`);

export type ManagedReward = ManagedRewardFragment;
export type QueuedRedemption = QueuedRedemptionFragment;

const REWARDS = ['managedRewards', 'rewards'];
for (const mutation of ['createReward', 'publishReward', 'retireReward']) updates[mutation] = outdating(REWARDS);
for (const mutation of ['fulfilRedemption', 'refuseRedemption', 'refundRedemption'])
  updates[mutation] = outdating(['redemptions']);
