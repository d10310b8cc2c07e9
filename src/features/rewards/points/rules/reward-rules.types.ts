import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsEnum, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IsMoment } from '../../../../shared/graphql/input-fields.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { RewardRule } from './reward-rule.entity.js';

/** Of one award; what somebody is to get beyond that is a gift or a prize. */
const MOST_POINTS = 10_000;
const MOST_VOTES = 1_000;
const HIGHEST_CAP = 1_000_000;

@ObjectType({ description: 'What a rule gives for what happens from a moment on.' })
export class RewardTermsAt {
  @Field(() => Int, { description: 'Points for each time; 0: none.' })
  points!: number;

  @Field(() => Int, { nullable: true, description: 'Of VOTES: for each so many votes.' })
  every!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most points that it gives a member on one day (UTC).' })
  dailyCap!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most points that it ever gives a member.' })
  lifetimeCap!: number | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when; null: it is what holds where a company has said nothing.',
  })
  startsAt!: Date | null;
}

@ObjectType({ description: 'A rule that earns points, as a company has it.' })
export class RewardRuleTerms extends RewardTermsAt {
  @Field(() => RewardRule, { description: 'What earns the points.' })
  rule!: RewardRule;

  @Field(() => RewardTermsAt, { nullable: true, description: 'What it will give, where that is decided already.' })
  next!: RewardTermsAt | null;
}

@ObjectType({ description: 'What earns points in a company.' })
export class RewardRules {
  @Field(() => Int, { description: 'Counts the changes; to be sent back with the next.' })
  version!: number;

  @Field(() => [RewardRuleTerms], { description: 'Each rule there is, activity first, then outcomes.' })
  rules!: RewardRuleTerms[];
}

@ArgsType()
export class RewardRulesArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@InputType({ description: 'What a rule is to give.' })
export class RewardRuleInput {
  @Field(() => RewardRule, { description: 'Which one.' })
  @IsEnum(RewardRule)
  rule!: RewardRule;

  @Field(() => Int, { description: 'Points for each time, up to 10,000; 0 for none.' })
  @IsInt()
  @Min(0)
  @Max(MOST_POINTS)
  points!: number;

  @Field(() => Int, { nullable: true, description: 'Of VOTES, and only there: for each so many votes, up to 1,000.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_VOTES)
  every?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The most points for a member on one day (UTC); none where absent.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HIGHEST_CAP)
  dailyCap?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most points for a member in all; none where absent.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HIGHEST_CAP)
  lifetimeCap?: number | null;
}

/** Rules that a company has, or tries. */
@InputType({ isAbstract: true })
export abstract class RewardRulesInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => [RewardRuleInput], { description: 'The rules that change, each once; the others stay.' })
  @ValidateNested({ each: true })
  @Type(() => RewardRuleInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(Object.keys(RewardRule).length)
  rules!: RewardRuleInput[];
}

@InputType({ description: 'Changes of what earns points.' })
export class UpdateRewardRulesInput extends RewardRulesInput {
  @Field(() => Int, { description: 'The version that they change.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'From when on, within a year; at once where absent. What was earned before stays as it is.',
  })
  @IsOptional()
  @IsMoment()
  startsAt?: Date | null;
}
