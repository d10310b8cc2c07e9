import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Prose } from '../../../shared/text/clean.js';
import { OpenReviewInput } from '../reviews/review.inputs.js';

@InputType({ description: 'A report of an idea or a comment: one of the two, and what is wrong with it.' })
export class FlagItemInput extends OpenReviewInput {
  @Field(() => ID, { nullable: true, description: 'The rule that it breaks; absent where it is illegal.' })
  @IsOptional()
  @IsId()
  ruleId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the moderators should know, up to 500 characters; needed where no rule is named.',
  })
  @IsOptional()
  @Prose()
  @MaxLength(500)
  note?: string | null;
}

@InputType({ description: 'An idea or a comment that the viewer has reported: one of the two.' })
export class WithdrawFlagInput extends OpenReviewInput {}
