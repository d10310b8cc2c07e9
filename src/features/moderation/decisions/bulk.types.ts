import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, ValidateNested } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Review } from '../reviews/review.entity.js';
import { Decision, DecisionAct } from './decision.entity.js';
import { RulingInput } from './decision.inputs.js';

/** At once; each is a transaction of its own. */
const MOST_AT_ONCE = 100;

const OF_ONE = [DecisionAct.MASK, DecisionAct.SILENCE, DecisionAct.SUSPEND, DecisionAct.EXCLUDE];
const AT_ONCE = Object.values(DecisionAct).filter((act) => !OF_ONE.includes(act));

@InputType({ description: 'A review, as the moderator has seen it.' })
class SeenReviewInput {
  @Field(() => ID, { description: 'The review.' })
  @IsId()
  reviewId!: string;

  @Field(() => Int, { description: 'The version of the review that the decision is based on.' })
  @IsInt()
  version!: number;
}

@InputType({
  description:
    'The same decision about many items, as about a wave of spam. Not MASK, SILENCE, SUSPEND and EXCLUDE: what they say is of one.',
})
export class DecideReviewsInput extends RulingInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => [SeenReviewInput], { description: 'The reviews, 1 to 100.' })
  @ValidateNested({ each: true })
  @Type(() => SeenReviewInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  reviews!: SeenReviewInput[];

  @IsIn(AT_ONCE)
  override act!: DecisionAct;
}

@InputType({ description: 'Takes many decisions back, as those of one `decideReviews`.' })
export class UndoDecisionsInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => [ID], { description: 'The decisions, 1 to 100.' })
  @IsId({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  decisionIds!: string[];
}

@ObjectType({ description: 'Something that was left as it is.' })
export class Refusal {
  @Field(() => ID, { description: 'The review, or the decision, that was asked for.' })
  id!: string;

  @Field({
    description: 'The code of the error that this alone would have given; INTERNAL where it may be tried again.',
  })
  code!: string;
}

@ObjectType({ description: 'What was decided of many, and what was not.' })
export class DecideReviewsPayload {
  @Field(() => [Review], { description: 'Those that are decided now.', complexity: MOST_AT_ONCE })
  decided!: Review[];

  @Field(() => [Refusal], {
    description: 'Those that somebody else has decided, for example.',
    complexity: MOST_AT_ONCE,
  })
  refused!: Refusal[];
}

@ObjectType({ description: 'What was taken back of many decisions, and what was not.' })
export class UndoDecisionsPayload {
  @Field(() => [Decision], { description: 'Those that hold no more.', complexity: MOST_AT_ONCE })
  undone!: Decision[];

  @Field(() => [Refusal], { description: 'Those that stay.', complexity: MOST_AT_ONCE })
  refused!: Refusal[];
}
