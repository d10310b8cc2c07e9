import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../shared/text/clean.js';
import { DecisionAct } from './decision.entity.js';

@InputType({ description: 'What is decided about an item, and why: all but KEEP name a rule or a law.' })
export class DecideReviewInput {
  @Field(() => ID, { description: 'The review.' })
  @IsId()
  reviewId!: string;

  @Field(() => Int, { description: 'The version of the review that the decision is based on.' })
  @IsInt()
  version!: number;

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

  @Field(() => Int, { nullable: true, description: 'Of SILENCE and SUSPEND: for how many days, 1 to 365.' })
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

@InputType({ description: 'Takes a decision back: all is as it was before it.' })
export class UndoDecisionInput {
  @Field(() => ID, { description: 'The decision.' })
  @IsId()
  decisionId!: string;
}
