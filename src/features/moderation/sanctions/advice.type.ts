import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsId } from '../../../shared/graphql/is-id.js';
import { AdviceReason } from './sanction.policy.js';
import { Sanction, SanctionKind } from './sanction.entity.js';

registerEnumType(AdviceReason, {
  name: 'SanctionAdviceReason',
  description: 'Why a step is proposed: what came before it within twelve months.',
  valuesMap: {
    FIRST: { description: 'Nothing came before.' },
    AFTER_WARNING: { description: 'They have been warned.' },
    AFTER_SHORT_SILENCE: { description: 'They were silenced for less than a week.' },
    AFTER_LONG_SILENCE: { description: 'They were silenced for a week or more.' },
    AFTER_SUSPENSION: { description: 'They have been suspended.' },
  },
});

@ArgsType()
export class SanctionAdviceArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { description: 'The member.' })
  @IsId()
  userId!: string;
}

@ObjectType({
  description:
    'A hint that somebody may go on under another account. No proof: households and offices share a network.',
})
export class EvasionSignal {
  userId!: string;

  @Field(() => GraphQLISODateTime, { description: 'Until when the other account is suspended.' })
  suspendedUntil!: Date;

  @Field({ description: 'The last day on which it was seen in the same network, as 2026-03-01.' })
  day!: string;
}

@ObjectType({ description: 'What would come next for a member who breaks a rule again. A person decides.' })
export class SanctionAdvice {
  @Field(() => SanctionKind, { description: 'What is proposed.' })
  kind!: SanctionKind;

  @Field(() => Int, { nullable: true, description: 'For how many days; null for a warning.' })
  days!: number | null;

  @Field(() => AdviceReason, { description: 'Why.' })
  because!: AdviceReason;

  @Field(() => [Sanction], {
    description:
      'What counts: their sanctions of the last twelve months that were not lifted, but for exclusions from rewards, which are no step to a silence; the latest first, 50 at most.',
    complexity: 50,
  })
  counted!: Sanction[];
}
