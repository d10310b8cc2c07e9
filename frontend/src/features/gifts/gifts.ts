import { graphql } from '@/gql';
import type { GiftLineFragment, ThankSuggestionsQuery } from '@/gql/graphql';
import { outdating, updates } from '@/lib/graphql/updates';

export const GiftLine = graphql(`
  fragment GiftLine on Gift {
    id
    kind
    points
    note
    at
    seenAt
    takenBackAt
    takenBackBecause
    commentId
    viewerCanTakeBack
    badge {
      id
      name
    }
    reward {
      id
      title
    }
    idea {
      id
      title
      language
    }
    giver {
      ...PersonName
    }
    receiver {
      ...PersonName
    }
  }
`);
export type Gift = GiftLineFragment;

export const GiveGift = graphql(`
  mutation GiveGift($input: GiveGiftInput!) {
    giveGift(input: $input) {
      ...GiftLine
    }
  }
`);

export const TakeBackGift = graphql(`
  mutation TakeBackGift($input: TakeBackGiftInput!) {
    takeBackGift(input: $input) {
      ...GiftLine
    }
  }
`);

export const SeeGifts = graphql(`
  mutation SeeGifts($input: SeeGiftsInput!) {
    seeGifts(input: $input) {
      id
      seenAt
    }
  }
`);

export const GiftBudgetOf = graphql(`
  query GiftBudgetOf($companyId: ID!) {
    giftBudget(companyId: $companyId) {
      moderatorPoints
      managerPoints
      version
      viewerPoints
      viewerLeft
    }
  }
`);

/** What there is to give beside points. */
export const GiftChoices = graphql(`
  query GiftChoices($companyId: ID!) {
    companyBadges(companyId: $companyId) {
      id
      name
      builtIn
      metric
      retiredAt
    }
    rewards(companyId: $companyId, first: 100) {
      edges {
        node {
          id
          title
          cost
          stock
        }
      }
    }
  }
`);

export const UpdateGiftBudget = graphql(`
  mutation UpdateGiftBudget($input: UpdateGiftBudgetInput!) {
    updateGiftBudget(input: $input) {
      moderatorPoints
      managerPoints
      version
      viewerPoints
      viewerLeft
    }
  }
`);

export const GiftsGiven = graphql(`
  query GiftsGiven($companyId: ID!, $after: String) {
    gifts(companyId: $companyId, after: $after) {
      totalCount
      edges {
        node {
          ...GiftLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const MyGifts = graphql(`
  query MyGifts($companyId: ID!, $after: String) {
    viewerGifts(companyId: $companyId, after: $after) {
      edges {
        node {
          ...GiftLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ThankSuggestions = graphql(`
  query ThankSuggestions($companyId: ID!) {
    thankSuggestions(companyId: $companyId) {
      reason
      at
      helped
      waitedDays
      critic
      commentId
      user {
        ...PersonName
      }
      idea {
        id
        title
        language
      }
    }
  }
`);
export type Suggestion = ThankSuggestionsQuery['thankSuggestions'][number];

export const DismissThanks = graphql(`
  mutation DismissThanks($input: DismissThanksInput!) {
    dismissThanks(input: $input) {
      ok
    }
  }
`);

// what is shown of gifts is read again where it is on screen; here, so that the first screens need not know
updates.giveGift = outdating(['gifts', 'giftBudget', 'thankSuggestions']);
updates.takeBackGift = outdating(['giftBudget', 'thankSuggestions']);
updates.updateGiftBudget = outdating(['giftBudget']);
updates.dismissThanks = outdating(['thankSuggestions']);
