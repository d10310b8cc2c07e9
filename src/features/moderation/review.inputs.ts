import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, MaxLength } from 'class-validator';
import { PageArgs } from '../../shared/graphql/connection.js';
import { IsId } from '../../shared/graphql/is-id.js';
import { Prose } from '../../shared/text/clean.js';
import { ReviewKind, ReviewState } from './review.entity.js';

@ArgsType()
export class ReviewScopeArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class ListReviewsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ReviewState, { nullable: true, defaultValue: ReviewState.PENDING, description: 'Those in this state.' })
  @IsOptional()
  @IsEnum(ReviewState)
  state: ReviewState | null = ReviewState.PENDING;

  @Field(() => ReviewKind, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  @IsEnum(ReviewKind)
  kind?: ReviewKind | null;
}

@InputType({ description: 'Publishes a held item.' })
export class ApproveReviewInput {
  @Field(() => ID, { description: 'The review.' })
  @IsId()
  reviewId!: string;

  @Field(() => Int, { description: 'The version that the decision is based on.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Refuses to publish a held item, and says which rule it breaks.' })
export class RejectReviewInput extends ApproveReviewInput {
  @Field(() => ID, { description: 'The rule of the company’s guidelines that it breaks.' })
  @IsId()
  ruleId!: string;

  @Field(() => String, { nullable: true, description: 'A word to the author, up to 1,000 characters.' })
  @Prose()
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;
}
