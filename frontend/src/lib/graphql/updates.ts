import type { Cache, CacheExchangeOpts, OptimisticMutationResolver, UpdateResolver } from '@urql/exchange-graphcache';
import { graphql } from '@/gql';
import { createStore } from '../store';
import { leaveQueues } from './answer-updates';
import { afterAddComment, expectAppreciation } from './comment-updates';

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

/** What a mutation's answer will surely be, shown before it comes. */
export const optimistic: CacheExchangeOpts['optimistic'] = {
  followIdea: expectFollowing(true),
  unfollowIdea: expectFollowing(false),
  appreciateComment: expectAppreciation(true),
  unappreciateComment: expectAppreciation(false),
};

/** Whatever says what the viewer may do there: a member may do more. */
const MEMBERSHIP = ['challenge', 'challenges', 'companies', 'company', 'companyMembers', 'idea', 'ideas', 'myIdeas'];

/** Lists that a mutation makes out of date: they are read again where they are on screen. */
const OUTDATES: Record<string, string[]> = {
  acceptInvitation: MEMBERSHIP,
  answerIdea: ['ideas', 'idea', 'companyDesk', 'savedReplies'],
  answerIdeas: ['ideas', 'idea', 'companyDesk', 'savedReplies'],
  answerCoauthorInvitation: ['myCoauthorInvitations', 'myIdeas'],
  approveReview: ['reviews', 'pendingReviewCount', 'ideas'],
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
  publishChallenge: ['challenges', 'challengeCounts'],
  rejectReview: ['reviews', 'pendingReviewCount', 'ideas'],
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

const outdating: Updates = Object.fromEntries(
  Object.entries(OUTDATES).map(([mutation, fields]) => [
    mutation,
    (_result, _args, cache) => {
      for (const field of fields) outdate(cache, field);
      outdated.set(outdated.get() + 1);
    },
  ]),
);

/** The answered ones leave first: the lists that are read again need not wait for them. */
const answering: Updates = {
  answerIdea: (result, args, cache, info) => {
    leaveQueues(cache, [(result.answerIdea as { id: string }).id]);
    outdating.answerIdea!(result, args, cache, info);
  },
  answerIdeas: (result, args, cache, info) => {
    const { answered } = result.answerIdeas as { answered: { id: string }[] };
    leaveQueues(
      cache,
      answered.map(({ id }) => id),
    );
    outdating.answerIdeas!(result, args, cache, info);
  },
};

export const updates: Updates = { ...outdating, ...answering, addComment: afterAddComment };
