import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Locale } from '../../../shared/errors/locale.js';
import { PageArgs } from '../../../shared/graphql/connection.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { ReviewKind, ReviewState } from './review.entity.js';

/** A year. */
const MOST_HOURS = 8_760;

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

  @Field(() => ID, { nullable: true, description: 'Only what was reported, or decided, by this rule.' })
  @IsOptional()
  @IsId()
  ruleId?: string | null;

  @Field(() => Locale, { nullable: true, description: 'Only what is written in this language.' })
  @IsOptional()
  @IsEnum(Locale)
  language?: Locale | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what should have been decided by now.' })
  @IsOptional()
  @IsBoolean()
  overdueOnly?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Only what was opened at least so many hours ago, 1 to 8,760.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_HOURS)
  waitingHours?: number | null;
}

@InputType({ description: 'A review.' })
export class ReviewIdInput {
  @Field(() => ID, { description: 'The review.' })
  @IsId()
  reviewId!: string;
}

@InputType({ description: 'An item that a moderator wants to decide about: one of the three.' })
export class OpenReviewInput {
  @Field(() => ID, { nullable: true, description: 'An idea.' })
  @IsOptional()
  @IsId()
  ideaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A comment.' })
  @IsOptional()
  @IsId()
  commentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A member; with the company.' })
  @IsOptional()
  @IsId()
  userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a member: the company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;
}
