import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { connectionOf, PageArgs } from '../../../../shared/graphql/connection.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { RewardRule } from '../rules/reward-rule.entity.js';

@ObjectType({ description: 'What a rule gave somebody for an idea or a comment.' })
export class ItemAward {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  userId!: string;

  @Field(() => RewardRule, { description: 'Which rule.' })
  rule!: RewardRule;

  @Field(() => Int, { description: 'How many points; 0 where a cap took them, or who it is for earns none.' })
  points!: number;

  @Field({ description: 'Whether a cap took some of it, or all.' })
  capped!: boolean;

  @Field({ description: 'Whether it stands. What is decided against the item takes it back; undone, it is restored.' })
  standing!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it does not stand: a code, as in `WalletLine.because`.' })
  because!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was earned.' })
  at!: Date;
}

@ObjectType({ description: 'A page of what an idea or a comment has earned.' })
export class ItemAwardConnection extends connectionOf(() => ItemAward, 'ItemAward') {
  @Field(() => Int, { description: 'Points of all of them that stand.' })
  readonly standingPoints!: Promise<number>;
}

@ArgsType()
export class ItemAwardsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'The idea; this or a comment.' })
  @IsOptional()
  @IsId()
  ideaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The comment.' })
  @IsOptional()
  @IsId()
  commentId?: string | null;
}
