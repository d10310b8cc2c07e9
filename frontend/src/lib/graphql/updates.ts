import type { Cache, CacheExchangeOpts, OptimisticMutationResolver, UpdateResolver } from '@urql/exchange-graphcache';
import { graphql } from '@/gql';
import { createStore } from '../store';

const Following = graphql(`
  fragment Following on Idea {
    id
    followerCount
    viewerFollows
  }
`);

const expectFollowing =
  (wanted: boolean): OptimisticMutationResolver =>
  ({ input }, cache) => {
    const id = (input as { ideaId: string }).ideaId;
    const idea = cache.readFragment(Following, { __typename: 'Idea', id });
    if (!idea) return null;
    const { followerCount: count, viewerFollows } = idea;
    const followerCount = count == null ? null : count + Number(wanted) - Number(viewerFollows);
    return { __typename: 'Idea', id, followerCount, viewerFollows: wanted };
  };

/** What a mutation's answer will surely be, shown before it comes. Modules that come later add theirs. */
export const optimistic: NonNullable<CacheExchangeOpts['optimistic']> = {
  followIdea: expectFollowing(true),
  unfollowIdea: expectFollowing(false),
};

/** Whatever says what the viewer may do there: a member may do more. */
const MEMBERSHIP = ['challenge', 'challenges', 'companies', 'company', 'companyMembers', 'idea', 'ideas', 'myIdeas'];

/** Lists that a mutation makes out of date: they are read again where they are on screen. */
const OUTDATES: Record<string, string[]> = {
  acceptInvitation: MEMBERSHIP,
  answerIdea: ['ideas', 'idea', 'companyDesk', 'savedReplies'],
  answerIdeas: ['ideas', 'idea', 'companyDesk', 'savedReplies'],
  answerCoauthorInvitation: ['myCoauthorInvitations', 'myIdeas'],
  archiveChallenge: ['challenges', 'challengeCounts'],
  changeMemberRole: ['companyMembers'],
  closeChallenge: ['challenges', 'challengeCounts'],
  createChallenge: ['challenges', 'challengeCounts'],
  createCompany: ['companies'],
  createSavedReply: ['savedReplies'],
  deleteChallengeDraft: ['challenges', 'challengeCounts'],
  deleteIdeaDraft: ['myIdeas'],
  deleteSavedReply: ['savedReplies'],
  inviteMember: ['companyInvitations'],
  joinCompany: MEMBERSHIP,
  leaveCompany: MEMBERSHIP,
  markNotificationsRead: ['notifications'],
  openReview: ['pendingReviewCount', 'reviews'],
  publishChallenge: ['challenges', 'challengeCounts'],
  removeMember: ['companyMembers'],
  saveIdeaDraft: ['myIdeas'],
  submitIdea: ['ideas', 'myIdeas', 'challenge', 'challengeCounts'],
  unscheduleChallenge: ['challenges', 'challengeCounts'],
  withdrawIdea: ['ideas', 'myIdeas'],
};

/** Grows whenever lists are made out of date: one that shows several pages is then read from its beginning. */
export const outdated = createStore(0);

const outdate = (cache: Cache, field: string) => {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query'))
    if (fieldName === field) cache.invalidate('Query', fieldName, args);
};

type Updates = Record<string, UpdateResolver>;

/** Makes these lists out of date. */
export const outdating =
  (fields: string[]): UpdateResolver =>
  (_result, _args, cache) => {
    for (const field of fields) outdate(cache, field);
    outdated.set(outdated.get() + 1);
  };

/** What a mutation does to the cache. Modules that come later than the first screen add theirs. */
export const updates: Updates = Object.fromEntries(
  Object.entries(OUTDATES).map(([mutation, fields]) => [mutation, outdating(fields)]),
);
