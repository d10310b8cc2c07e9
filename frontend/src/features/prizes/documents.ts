import { graphql } from '@/gql';
import type { MyClaimFragment, MySharedIdeasQuery } from '@/gql/graphql';
import { outdating, updates } from '@/lib/graphql/updates';

export const IdeaWinsDocument = graphql(`
  query IdeaWins($id: ID!) {
    idea(id: $id) {
      id
      wins {
        id
        reason
        passedAt
        prize {
          ...PrizeLine
        }
        challenge {
          id
          slug
          title
          language
          company {
            id
            slug
          }
        }
      }
    }
  }
`);

export const ChallengeWinnersDocument = graphql(`
  query ChallengeWinners($id: ID!) {
    challenge(id: $id) {
      id
      state
      language
      winnersBy
      claimDays
      prizesFixedAt
      winners {
        id
        reason
        announcedAt
        passedAt
        prize {
          ...PrizeLine
        }
        idea {
          id
          title
          language
          author {
            ...PersonName
          }
          coauthors {
            state
            user {
              ...PersonName
            }
          }
        }
      }
    }
  }
`);

graphql(`
  fragment JuryPick on JuryChoice {
    note
    idea {
      id
      title
      language
      wins {
        id
      }
    }
  }
`);

export const JuryDeskDocument = graphql(`
  query JuryDesk($challengeId: ID!, $text: String) {
    juryDesk(challengeId: $challengeId, text: $text) {
      open
      most
      picks {
        ...JuryPick
      }
      ideas {
        id
        title
        language
      }
    }
  }
`);

export const RecordJuryChoice = graphql(`
  mutation RecordJuryChoice($input: JuryChoiceInput!) {
    recordJuryChoice(input: $input) {
      open
      most
      picks {
        ...JuryPick
      }
    }
  }
`);

export const MyPrizeClaims = graphql(`
  query MyPrizeClaims($companyId: ID, $after: String) {
    myPrizeClaims(companyId: $companyId, first: 20, after: $after) {
      edges {
        node {
          ...MyClaim
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment MyClaim on PrizeClaim {
    id
    version
    state
    kind
    amountMinor
    currency
    points
    shareBasisPoints
    dueAt
    sentAt
    receivedAt
    tracking
    unreadable
    hasDetails
    deliveryNeeds
    deliveryOptions
    winner {
      id
      reason
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
      termsHtml
    }
  }
`);

export const AcceptPrize = graphql(`
  mutation AcceptPrize($input: AcceptPrizeInput!) {
    acceptPrize(input: $input) {
      ...MyClaim
    }
  }
`);

export const DeclinePrize = graphql(`
  mutation DeclinePrize($input: ClaimVersionInput!) {
    declinePrize(input: $input) {
      ...MyClaim
    }
  }
`);

export const ConfirmPrize = graphql(`
  mutation ConfirmPrize($input: ClaimVersionInput!) {
    confirmPrize(input: $input) {
      ...MyClaim
    }
  }
`);

graphql(`
  fragment SharedIdeaLine on SharedIdea {
    own
    version
    agreed
    idea {
      id
      title
      language
    }
    people {
      percent
      agreed
      user {
        ...PersonName
      }
    }
  }
`);

export const MySharedIdeas = graphql(`
  query MySharedIdeas($companyId: ID) {
    mySharedIdeas(companyId: $companyId) {
      ...SharedIdeaLine
    }
  }
`);

export const ProposeShares = graphql(`
  mutation ProposeShares($input: ProposeSharesInput!) {
    proposeShares(input: $input) {
      ...SharedIdeaLine
    }
  }
`);

export const AnswerShares = graphql(`
  mutation AnswerShares($input: AnswerSharesInput!) {
    answerShares(input: $input) {
      ...SharedIdeaLine
    }
  }
`);

export type MyClaim = MyClaimFragment;
export type Shared = MySharedIdeasQuery['mySharedIdeas'][number];

updates.recordJuryChoice = outdating(['juryDesk']);
updates.proposeShares = updates.answerShares = outdating(['mySharedIdeas']);
