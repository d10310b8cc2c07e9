import type { Cache, CacheExchangeOpts } from '@urql/exchange-graphcache';
import { graphql } from '@/gql';
import type { VoteStateFragment, VoteValue } from '@/gql/graphql';
import { createStore } from '../store';
import { leaveQueues } from './answer-updates';
import { afterAddComment, expectAppreciation } from './comment-updates';

graphql(`
  fragment VoteState on Idea {
    id
    title
    upCount
    downCount
    score
    viewerVote
    viewerCan {
      vote
    }
  }
`);

const VoteCounts = graphql(`
  fragment VoteCounts on Idea {
    id
    upCount
    downCount
    score
    viewerVote
    viewerCan {
      vote
    }
  }
`);

type Counts = Omit<VoteStateFragment, 'title'>;

/** The same idea as it will be once the server has taken the vote. */
export function afterVote(idea: Counts, vote: VoteValue | null): Counts {
  const moved = (count: number | null | undefined, value: VoteValue) =>
    count == null ? null : count - Number(idea.viewerVote === value) + Number(vote === value);
  const upCount = moved(idea.upCount, 'UP');
  const downCount = moved(idea.downCount, 'DOWN');
  const score = upCount === null || downCount === null ? null : upCount - downCount;
  return { ...idea, upCount, downCount, score: idea.score == null ? null : score, viewerVote: vote };
}

const expectVote = (cache: Cache, ideaId: string, vote: VoteValue | null) => {
  const idea = cache.readFragment(VoteCounts, { __typename: 'Idea', id: ideaId }) as Counts | null;
  // a vote that will be refused is not painted first
  if (!idea?.viewerCan.vote) return null;
  return { ...afterVote(idea, vote), __typename: 'Idea' };
};

/** What a mutation's answer will surely be, shown before it comes. */
export const optimistic: CacheExchangeOpts['optimistic'] = {
  vote: ({ input }, cache) => {
    const { ideaId, value } = input as { ideaId: string; value: VoteValue };
    return expectVote(cache, ideaId, value);
  },
  withdrawVote: ({ input }, cache) => expectVote(cache, (input as { ideaId: string }).ideaId, null),
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
  deleteIdeaDraft: ['myIdeas'],
  deleteSavedReply: ['savedReplies'],
  inviteMember: ['companyInvitations'],
  joinCompany: MEMBERSHIP,
  leaveCompany: MEMBERSHIP,
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

type Updates = NonNullable<NonNullable<CacheExchangeOpts['updates']>['Mutation']>;

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
