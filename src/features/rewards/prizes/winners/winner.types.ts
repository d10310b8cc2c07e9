import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../../shared/graphql/connection.js';
import { Challenge } from '../../../challenges/challenge.entity.js';
import { Prize } from '../../../challenges/prize.entity.js';
import { Winner, WinnerBar } from './winner.entity.js';

@ObjectType({ description: 'An idea that may win, as the terms value it.' })
export class WinnerProposal {
  ideaId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its place by the terms; those that are level share one. Null where it cannot win, also for want of votes or jurors, or the company chooses freely.',
  })
  place!: number | null;

  @Field(() => Int, { description: 'Votes for it less those against it.' })
  score!: number;

  @Field(() => Int, { description: 'Experts of the jury who chose it.' })
  jurors!: number;

  @Field(() => WinnerBar, { nullable: true, description: 'Why it cannot win; null where it can.' })
  bar!: WinnerBar | null;
}

@ObjectType({ description: 'What managers see who choose the winners of a challenge.' })
export class WinnerDesk {
  @Field(() => Challenge, { description: 'The challenge.' })
  challenge!: Challenge;

  @Field({
    description: 'Whether winners may be chosen now: nobody can submit or vote any more, and it is not archived.',
  })
  mayChoose!: boolean;

  @Field(() => [Prize], { description: 'The prizes that nobody holds, by place.' })
  openPrizes!: Prize[];

  @Field(() => [WinnerProposal], {
    description: 'At most 50 ideas: the best by the terms first, or those with the text.',
  })
  proposals!: WinnerProposal[];

  @Field(() => [Winner], { description: 'All that were chosen: planned, announced and revoked, by prize.' })
  winners!: Winner[];
}

@ObjectType({ description: 'What an expert of the jury sees of a challenge.' })
export class JuryDesk {
  challenge!: Challenge;

  /** what is looked for in titles */
  text!: string | null;

  @Field({
    description:
      'Whether they may choose now: nobody can submit or vote any more, a prize has no winner, and none are planned.',
  })
  open!: boolean;

  @Field(() => Int, { description: 'How many ideas they may choose: as many as there are prizes without a winner.' })
  most!: number;
}

@ObjectType({ description: 'A challenge with prizes whose winners may be chosen, or were.' })
export class AwardedChallenge {
  challengeId!: string;

  @Field(() => Int, { description: 'Prizes that nobody holds.' })
  openCount!: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When its winners are to be announced, if that is planned.',
  })
  announceAt!: Date | null;

  @Field({ description: 'Whether the date came and nothing was announced: somebody must choose again.' })
  held!: boolean;
}

@ObjectType({ description: 'A page of challenges with prizes.' })
export class AwardedChallengeConnection extends connectionOf(() => AwardedChallenge, 'AwardedChallenge') {}
