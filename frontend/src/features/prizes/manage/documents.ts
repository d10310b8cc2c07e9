import { graphql } from '@/gql';
import type { AwardedChallengesQuery, QueuedClaimFragment, WinnerDeskQuery } from '@/gql/graphql';
import { outdating, updates } from '@/lib/graphql/updates';

export const AwardedChallenges = graphql(`
  query AwardedChallenges($companyId: ID!, $after: String) {
    awardedChallenges(companyId: $companyId, first: 10, after: $after) {
      edges {
        node {
          openCount
          announceAt
          held
          challenge {
            id
            slug
            title
            language
            endsAt
            winnersBy
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

graphql(`
  fragment ChosenWinner on Winner {
    id
    reason
    announceAt
    announcedAt
    heldAt
    heldBecause
    passedAt
    revokedAt
    prize {
      ...PrizeLine
    }
    idea {
      id
      title
      language
    }
  }
`);

export const WinnerDeskDocument = graphql(`
  query WinnerDesk($challengeId: ID!, $text: String) {
    winnerDesk(challengeId: $challengeId, text: $text) {
      mayChoose
      challenge {
        id
        slug
        title
        language
        winnersBy
        claimDays
      }
      openPrizes {
        ...PrizeLine
      }
      proposals {
        place
        score
        jurors
        bar
        idea {
          id
          title
          language
        }
      }
      juryChoices {
        note
        juror {
          ...PersonName
        }
        idea {
          id
          title
          language
        }
      }
      winners {
        ...ChosenWinner
      }
    }
  }
`);

export const AnnounceWinners = graphql(`
  mutation AnnounceWinners($input: AnnounceWinnersInput!) {
    announceWinners(input: $input) {
      winners {
        ...ChosenWinner
      }
    }
  }
`);

export const CancelAnnouncement = graphql(`
  mutation CancelAnnouncement($input: CancelAnnouncementInput!) {
    cancelAnnouncement(input: $input) {
      winners {
        ...ChosenWinner
      }
    }
  }
`);

export const PrizeClaims = graphql(`
  query PrizeClaims($companyId: ID!, $challengeId: ID, $state: ClaimState, $after: String) {
    prizeClaims(companyId: $companyId, challengeId: $challengeId, state: $state, first: 20, after: $after) {
      totalCount
      edges {
        node {
          ...QueuedClaim
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment QueuedClaim on PrizeClaim {
    id
    version
    state
    kind
    amountMinor
    currency
    points
    shareBasisPoints
    dueAt
    acceptedAt
    sentAt
    receivedAt
    hasDetails
    user {
      ...PersonName
    }
    winner {
      id
      prize {
        ...PrizeLine
      }
      idea {
        id
        title
        language
      }
    }
    challenge {
      id
      slug
      title
      language
    }
  }
`);

export const RevealDelivery = graphql(`
  mutation RevealDelivery($input: ClaimIdInput!) {
    revealDelivery(input: $input) {
      name
      address
      phone
      account
      tracking
    }
  }
`);

export const MarkPrizeSent = graphql(`
  mutation MarkPrizeSent($input: MarkPrizeSentInput!) {
    markPrizeSent(input: $input) {
      ...QueuedClaim
    }
  }
`);

export const MarkPrizeReceived = graphql(`
  mutation MarkPrizeReceived($input: ClaimVersionInput!) {
    markPrizeReceived(input: $input) {
      ...QueuedClaim
    }
  }
`);

export type Desk = WinnerDeskQuery['winnerDesk'];
export type Proposal = Desk['proposals'][number];
export type Chosen = Desk['winners'][number];
export type Awarded = AwardedChallengesQuery['awardedChallenges']['edges'][number]['node'];
export type QueuedClaim = QueuedClaimFragment;

updates.announceWinners = updates.cancelAnnouncement = outdating([
  ...['winnerDesk', 'awardedChallenges', 'prizeClaims', 'challenge', 'ideas', 'idea'],
]);
updates.markPrizeSent = updates.markPrizeReceived = outdating(['prizeClaims']);
