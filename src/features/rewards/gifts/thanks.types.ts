import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsInt, Max, Min } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';

/** Why somebody may be thanked: facts, never what somebody feels about the company. */
export enum ThanksReason {
  HELPED_MANY = 'HELPED_MANY',
  WAITED_LONG = 'WAITED_LONG',
  FIRST_ANNIVERSARY = 'FIRST_ANNIVERSARY',
  CRITIC_WAS_RIGHT = 'CRITIC_WAS_RIGHT',
}
registerEnumType(ThanksReason, {
  name: 'ThanksReason',
  description: 'Why somebody may be thanked: a fact that is stored, whatever they think of the company.',
  valuesMap: {
    HELPED_MANY: {
      description:
        'Within 30 days they helped at least three people: with an answer that was appreciated, or by finding that an idea was there already.',
    },
    WAITED_LONG: {
      description: 'An idea of theirs was answered within the last 30 days, long after it was published.',
    },
    FIRST_ANNIVERSARY: { description: 'They completed their first year here within the last 7 days, and took part.' },
    CRITIC_WAS_RIGHT: {
      description: 'They disagreed with the company within the last 30 days’ changes, and it came round.',
    },
  },
});

/** In what somebody who disagreed was right. */
export enum CriticFact {
  DECLINED_THEN_PLANNED = 'DECLINED_THEN_PLANNED',
  PLANNED_THEN_DECLINED = 'PLANNED_THEN_DECLINED',
  OVERTURNED = 'OVERTURNED',
}
registerEnumType(CriticFact, {
  name: 'CriticFact',
  description: 'In what somebody who disagreed with the company was right.',
  valuesMap: {
    DECLINED_THEN_PLANNED: {
      description:
        'The company declined an idea and does it now: its author, or who had voted for it and said so after it was declined.',
    },
    PLANNED_THEN_DECLINED: {
      description: 'The company meant to do an idea and does not any more: who had voted against it and said so.',
    },
    OVERTURNED: { description: 'Their appeal or complaint against a decision of the moderators was right.' },
  },
});

@ArgsType()
export class ThankSuggestionsArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => Int, { nullable: true, defaultValue: 12, description: 'How many at most, 1 to 50.' })
  @IsInt()
  @Min(1)
  @Max(50)
  first = 12;
}

@InputType({ description: 'A suggestion that is not wanted for a while.' })
export class DismissThanksInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { description: 'Whom to thank it was suggested.' })
  @IsId()
  userId!: string;

  @Field(() => ThanksReason, { description: 'For what.' })
  @IsEnum(ThanksReason)
  reason!: ThanksReason;
}

@ObjectType({ description: 'Somebody who may be thanked, with the facts. It compares nobody with anybody.' })
export class ThankSuggestion {
  userId!: string;
  ideaId!: string | null;

  @Field(() => ThanksReason, { description: 'For what.' })
  reason!: ThanksReason;

  @Field(() => GraphQLISODateTime, { description: 'When it came about.' })
  at!: Date;

  @Field(() => Int, { nullable: true, description: 'Of who helped many: how many people.' })
  helped!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of who waited long: how many days.' })
  waitedDays!: number | null;

  @Field(() => CriticFact, { nullable: true, description: 'Of who disagreed: in what they were right.' })
  critic!: CriticFact | null;

  @Field(() => ID, { nullable: true, description: 'The comment of theirs that it is about, where it is about one.' })
  commentId!: string | null;
}
