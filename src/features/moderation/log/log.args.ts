import { ArgsType, Field, GraphQLISODateTime, ID } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageArgs } from '../../../shared/graphql/connection.js';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line } from '../../../shared/text/clean.js';
import { DecisionAct } from '../decisions/decision.entity.js';

@ArgsType()
export class LogHeadsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class ModerationLogArgs extends LogHeadsArgs {
  @Field(() => DecisionAct, { nullable: true, description: 'Only lines about decisions of this kind.' })
  @IsOptional()
  @IsEnum(DecisionAct)
  act?: DecisionAct | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only lines about this rule, or about laws, as the log calls them.',
  })
  @IsOptional()
  @Line()
  @IsString()
  @MaxLength(500)
  rule?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only lines about decisions that no person made; or only those that a person did.',
  })
  @IsOptional()
  @IsBoolean()
  automatic?: boolean | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Only what happened then or later.' })
  @IsOptional()
  @IsMoment()
  since?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Only what happened before.' })
  @IsOptional()
  @IsMoment()
  before?: Date | null;
}

@ArgsType()
export class LogRulesArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}
