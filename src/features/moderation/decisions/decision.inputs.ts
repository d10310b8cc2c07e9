import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsEnum, IsInt, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../shared/text/clean.js';
import { DecisionAct } from './decision.entity.js';

/** As many as an idea has. */
const MOST_ATTACHMENTS = 10;

/** What is decided, and why. */
@InputType({ isAbstract: true })
export class RulingInput {
  @Field(() => DecisionAct, { description: 'What is done.' })
  @IsEnum(DecisionAct)
  act!: DecisionAct;

  @Field(() => ID, { nullable: true, description: 'The rule of the company’s guidelines that it breaks.' })
  @IsOptional()
  @IsId()
  ruleId?: string | null;

  @Field(() => String, { nullable: true, description: 'The law that it breaks, up to 300 characters.' })
  @Line()
  @IsOptional()
  @MaxLength(300)
  legalGround?: string | null;

  @Field(() => String, { nullable: true, description: 'The facts, to the author, up to 1,000 characters.' })
  @Prose()
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of MERGE: the idea that says the same, public and of this company.',
  })
  @IsOptional()
  @IsId()
  targetIdeaId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of MOVE, which must say one: a challenge of this company that takes ideas now; null: its idea box.',
  })
  @IsOptional()
  @IsId()
  challengeId?: string | null;
}

@InputType({
  description: 'What is decided about an item, and why: all but KEEP, MERGE and MOVE name a rule or a law.',
})
export class DecideReviewInput extends RulingInput {
  @Field(() => ID, { description: 'The review.' })
  @IsId()
  reviewId!: string;

  @Field(() => Int, { description: 'The version of the review that the decision is based on.' })
  @IsInt()
  version!: number;

  @Field(() => [String], {
    nullable: true,
    description:
      'Of MASK: what nobody shall read, as it is written, but for case and accents; 1 to 20 passages of up to 200 characters, or files, or both.',
  })
  @Prose()
  @IsOptional()
  @ArrayMaxSize(20)
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  passages?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of MASK, of an idea: the files that nobody shall see.' })
  @IsOptional()
  @ArrayMaxSize(MOST_ATTACHMENTS)
  @ArrayUnique()
  @IsId({ each: true })
  attachmentIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Of SILENCE, SUSPEND and EXCLUDE: for how many days, 1 to 365.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  days?: number | null;

  @Field(() => String, { nullable: true, description: 'Without days: why it has no end, 10 to 300 characters.' })
  @Line()
  @IsOptional()
  @MinLength(10)
  @MaxLength(300)
  openBecause?: string | null;
}

/** What an act must know beyond itself. */
export type Details = Pick<DecideReviewInput, 'passages' | 'attachmentIds' | 'targetIdeaId' | 'challengeId'>;

@InputType({ description: 'Takes a decision back: all is as it was before it.' })
export class UndoDecisionInput {
  @Field(() => ID, { description: 'The decision.' })
  @IsId()
  decisionId!: string;
}
