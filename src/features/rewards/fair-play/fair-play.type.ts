import { Field, Float, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { FairPlayFigure, FairPlayRule } from './fair-play.policy.js';

/** Of what a hint shows at most: it says how many there are. */
export const MOST_SHOWN = 20;

@ObjectType({ description: 'One figure that a hint rests on.' })
export class FairPlayEvidence {
  @Field(() => FairPlayFigure, { description: 'Which figure.' })
  figure!: FairPlayFigure;

  @Field(() => Float, { description: 'How much.' })
  value!: number;
}

@ObjectType({
  description:
    'A hint that votes may not be what they seem. Nothing follows from it: no vote, place or prize changes unless a person decides.',
})
export class FairPlaySignal {
  @Field(() => FairPlayRule, { description: 'What was seen.' })
  rule!: FairPlayRule;

  @Field(() => Int, { description: 'How many members it is about.' })
  memberCount!: number;

  @Field(() => Int, { description: 'How many ideas they voted for so.' })
  ideaCount!: number;

  @Field(() => Int, { description: 'How many votes of the period it questions.' })
  votes!: number;

  @Field(() => [FairPlayEvidence], { description: 'What it rests on.' })
  evidence!: FairPlayEvidence[];

  memberIds!: string[];
  ideaIds!: string[];
}

@ObjectType({ description: 'How many of something one rule questions.' })
export class FairPlayPart {
  @Field(() => FairPlayRule, { description: 'Which rule.' })
  rule!: FairPlayRule;

  @Field(() => Int, { description: 'How many; what two rules question counts for both.' })
  amount!: number;
}

@ObjectType({ isAbstract: true })
class FairPlayRange {
  @Field(() => Int, { description: 'What is counted, and stays so.' })
  counted!: number;

  @Field(() => Int, { description: 'What would remain without all that is questioned. The truth lies between.' })
  lowest!: number;

  @Field(() => Int, { description: 'The place by what is counted; who has the same shares it.' })
  place!: number;

  @Field(() => Int, { description: 'The place with the lowest, if nothing else were questioned.' })
  lowestPlace!: number;

  @Field(() => [FairPlayPart], { description: 'How many of it each rule questions; empty where none does.' })
  questioned!: FairPlayPart[];
}

@ObjectType({ description: 'An idea’s votes of the period, as a range.' })
export class IdeaVotesRange extends FairPlayRange {
  ideaId!: string;
}

@ObjectType({
  description:
    'A member’s points of the period, as a range: without those that they have for votes that are questioned. The leaderboards go by what is counted.',
})
export class MemberPointsRange extends FairPlayRange {
  userId!: string;
}

@ObjectType({ description: 'Votes as they are counted, and what speaks for some of them not being what they seem.' })
export class FairPlay {
  @Field(() => GraphQLISODateTime, { description: 'From when votes are looked at.' })
  from!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Before when.' })
  until!: Date;

  @Field(() => [FairPlaySignal], { description: 'The hints, 100 of each rule at most.', complexity: MOST_SHOWN })
  signals!: FairPlaySignal[];

  @Field(() => [IdeaVotesRange], {
    description: 'The ideas with most votes, and those with votes that are questioned; 100 at most.',
    complexity: MOST_SHOWN,
  })
  ideas!: IdeaVotesRange[];

  @Field(() => [MemberPointsRange], {
    description: 'The members with most points by rules, and those with points that are questioned; 100 at most.',
    complexity: MOST_SHOWN,
  })
  members!: MemberPointsRange[];
}
