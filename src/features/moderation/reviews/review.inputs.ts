import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { PageArgs } from '../../../shared/graphql/connection.js';
import { IsId } from '../../../shared/graphql/is-id.js';
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
