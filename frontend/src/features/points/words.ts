import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RewardRule } from '@/gql/graphql';

/** What becomes of ideas: others decide it. All else is what people do. */
export const OUTCOMES: readonly RewardRule[] = ['IDEA_SHORTLISTED', 'IDEA_PLANNED', 'IDEA_DELIVERED', 'WINNER'];

export const RULE_NAMES: Record<RewardRule, MessageDescriptor> = {
  IDEA_PUBLISHED: msg`Idea published`,
  FIRST_VOTE: msg`First vote for an idea`,
  VOTES: msg`More votes for an idea`,
  COMMENT_APPRECIATED: msg`Comment appreciated`,
  ANSWER_GIVEN: msg`Helpful answer`,
  SIMILAR_FOUND: msg`Similar idea found`,
  FLAG_UPHELD: msg`Report that was right`,
  IDEA_SHORTLISTED: msg`Idea under review`,
  IDEA_PLANNED: msg`Idea planned`,
  IDEA_DELIVERED: msg`Idea delivered`,
  WINNER: msg`Idea that wins`,
};

export const RULE_REASONS: Record<RewardRule, MessageDescriptor> = {
  IDEA_PUBLISHED: msg`Everybody can read it.`,
  FIRST_VOTE: msg`From somebody who did not write it.`,
  VOTES: msg`From others than its authors.`,
  COMMENT_APPRECIATED: msg`For each person who says thanks for it.`,
  ANSWER_GIVEN: msg`Whoever was answered says thanks for it.`,
  SIMILAR_FOUND: msg`Whoever reported it first, once the two are merged.`,
  FLAG_UPHELD: msg`The moderators agree with it.`,
  IDEA_SHORTLISTED: msg`The company looks into it closely.`,
  IDEA_PLANNED: msg`The company has decided to do it.`,
  IDEA_DELIVERED: msg`It has become real.`,
  WINNER: msg`It has won in a challenge.`,
};

/** Why points were taken back, or came again; of what is not here, that it was is enough. */
export const BECAUSE: Partial<Record<string, MessageDescriptor>> = {
  HIDDEN: msg`what it was for is not public any more`,
  WITHDRAWN: msg`what it was for was withdrawn`,
  MERGED: msg`the idea was merged into another`,
  VOTES_WITHDRAWN: msg`votes were withdrawn`,
  UNAPPRECIATED: msg`the thanks were taken back`,
  DECISION_UNDONE: msg`a decision was undone`,
  WIN_REVOKED: msg`the win was taken back`,
  RESTORED: msg`what it was for is there again`,
};
