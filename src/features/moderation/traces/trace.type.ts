import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { DecisionAct } from '../decisions/decision.entity.js';

@ObjectType({
  description: 'What everybody may know of a decision about an item: nothing of what the item said, and no name.',
})
export class ModerationTrace {
  @Field(() => DecisionAct, { description: 'What was done.' })
  act!: DecisionAct;

  @Field(() => String, { nullable: true, description: 'The rule that the item breaks; of a law only that it is one.' })
  ground!: string | null;

  @Field({ description: 'Whether no person decided.' })
  automatic!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When it was decided.' })
  decidedAt!: Date;

  @Field({ description: 'The company’s name.' })
  company!: string;

  @Field({ description: 'The company’s place in addresses.' })
  companySlug!: string;

  @Field(() => ID, { nullable: true, description: 'The decision, for whom it concerns; null for others.' })
  decisionId!: string | null;
}
