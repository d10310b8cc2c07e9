import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Prose } from '../../../shared/text/clean.js';
import { OpenReviewInput } from '../reviews/review.inputs.js';

@InputType({ description: 'A report of an idea, a comment or a member: one of the three, and what is wrong with it.' })
export class FlagItemInput extends OpenReviewInput {
  @Field(() => ID, { nullable: true, description: 'Of an idea: the attachment that is meant.' })
  @IsOptional()
  @IsId()
  attachmentId?: string | null;

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

@InputType({ description: 'An idea, a comment or a member that the viewer has reported: one of the three.' })
export class WithdrawFlagInput extends OpenReviewInput {}
