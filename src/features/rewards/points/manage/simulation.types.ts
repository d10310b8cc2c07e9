import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RewardRule } from '../rules/reward-rule.entity.js';
import { RewardRulesInput } from '../rules/reward-rules.types.js';

/** Points that were given, and that other rules would have given. */
@ObjectType({ isAbstract: true })
abstract class NowAndThen {
  @Field(() => Int, { description: 'Points that were given, and stand.' })
  now!: number;

  @Field(() => Int, { description: 'Points that the tried rules would have given.' })
  then!: number;
}

@ObjectType({ description: 'What other terms would have changed about one rule.' })
export class SimulatedRule extends NowAndThen {
  @Field(() => RewardRule, { description: 'The rule.' })
  rule!: RewardRule;
}

@ObjectType({ description: 'What other rules would have changed for a member.' })
export class SimulatedMember extends NowAndThen {
  userId!: string;
}

@ObjectType({ description: 'What other rules would have given for what happened in the last 90 days.' })
export class RewardSimulation extends NowAndThen {
  @Field(() => GraphQLISODateTime, { description: 'From when on.' })
  since!: Date;

  @Field(() => [SimulatedRule], { description: 'By rule, each there is.' })
  rules!: SimulatedRule[];

  @Field(() => Int, { description: 'Members who would have got more.' })
  gaining!: number;

  @Field(() => Int, { description: 'Members who would have got less.' })
  losing!: number;

  @Field(() => [SimulatedMember], { description: 'Those for whom it would have changed most, ten at most.' })
  members!: SimulatedMember[];
}

@InputType({ description: 'Rules to be tried on what happened in the last 90 days.' })
export class SimulateRewardsInput extends RewardRulesInput {}
