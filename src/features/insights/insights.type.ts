import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { type InsightsArgs, MOST_DAYS } from './insights.args.js';

const PEOPLE = 'People who submitted a public idea, or voted or commented on one; each counted once.';
const MEDIAN = 'Hours from publication to the first answer, the median; null where there is none.';
const SLOWEST = 'Within how many hours nine of ten were answered; null where there is none.';

@ObjectType({ description: 'What people did in a part of the period.' })
export class ParticipationPoint {
  @Field({ description: 'Its first day.' })
  day!: string;

  @Field(() => Int, { description: PEOPLE })
  people!: number;

  @Field(() => Int, { description: 'Ideas that became public.' })
  ideas!: number;

  @Field(() => Int, { description: 'Votes given to public ideas that still stand.' })
  votes!: number;

  @Field(() => Int, { description: 'Public comments on public ideas.' })
  comments!: number;
}

@ObjectType({ description: 'What people did in the period.' })
export class Participation {
  @Field({ description: 'When it was counted: up to five minutes ago.' })
  countedAt!: Date;

  @Field(() => Int, { description: PEOPLE })
  people!: number;

  @Field(() => [ParticipationPoint], {
    description: 'Part by part, none left out; 731 at most.',
    complexity: MOST_DAYS,
  })
  points!: ParticipationPoint[];
}

@ObjectType({ description: 'What became of the ideas that were published in the period.' })
export class Funnel {
  @Field(() => Int, { description: 'Published ideas.' })
  ideas!: number;

  @Field(() => Int, { description: 'Those that the company has answered since.' })
  answered!: number;

  @Field(() => Int, { description: 'Those that are planned, in progress or delivered.' })
  planned!: number;

  @Field(() => Int, { description: 'Those that are delivered.' })
  delivered!: number;

  @Field(() => Int, { description: 'Those that were declined.' })
  declined!: number;
}

@ObjectType({ description: 'How long first answers took in a part of the period.' })
export class AnswerTimePoint {
  @Field({ description: 'Its first day.' })
  day!: string;

  @Field(() => Int, { description: 'Ideas that were answered for the first time.' })
  answered!: number;

  @Field(() => Float, { nullable: true, description: MEDIAN })
  medianHours!: number | null;

  @Field(() => Float, { nullable: true, description: SLOWEST })
  p90Hours!: number | null;
}

@ObjectType({ description: 'How long the first answers that were given in the period took.' })
export class AnswerTimes {
  @Field(() => Int, { description: 'Ideas that were answered for the first time.' })
  answered!: number;

  @Field(() => Float, { nullable: true, description: MEDIAN })
  medianHours!: number | null;

  @Field(() => Float, { nullable: true, description: SLOWEST })
  p90Hours!: number | null;

  @Field(() => [AnswerTimePoint], { description: 'Part by part, none left out; 731 at most.', complexity: MOST_DAYS })
  points!: AnswerTimePoint[];
}

@ObjectType({ description: 'What became of the ideas of one challenge that were published in the period.' })
export class ChallengeInsight extends Funnel {
  /** null: the idea box */
  challengeId!: string | null;

  @Field(() => Int, { description: 'People who submitted them.' })
  authors!: number;

  @Field(() => Int, { description: 'Votes that they have now.' })
  votes!: number;

  @Field(() => Int, { description: 'Public comments that they have now.' })
  comments!: number;

  @Field(() => Float, { nullable: true, description: MEDIAN })
  medianHours!: number | null;
}

/** Each of its fields is a statement of its own, run when it is asked for. */
@ObjectType({ description: 'A company’s community in numbers, over a period. Managers only.' })
export class Insights {
  /** whose, and of when */
  args!: InsightsArgs;
}

@ObjectType({ description: 'What waits for a company’s managers now.' })
export class CompanyDesk {
  @Field(() => Int, { description: 'Published ideas that were never answered.' })
  waitingCount!: number;

  @Field(() => Int, { description: 'Those of them that have waited longer than the company’s `answerDays`.' })
  overdueCount!: number;

  @Field(() => Date, { nullable: true, description: 'Since when the one that waits longest does.' })
  waitingSince!: Date | null;

  @Field(() => Int, { description: 'Items that are held for review.' })
  heldCount!: number;
}
