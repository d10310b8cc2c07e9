import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsId } from '../../shared/graphql/is-id.js';
import { Line, Prose } from '../../shared/text/clean.js';
import { RuleSeverity } from './rule.entity.js';

@InputType({ description: 'One rule of the guidelines.' })
export class RuleInput {
  @Field(() => ID, { nullable: true, description: 'The rule that this one keeps or rewords; absent for a new one.' })
  @IsOptional()
  @IsId()
  id?: string | null;

  @Field({ description: 'The rule in one line, at most 120 characters.' })
  @Line()
  @MinLength(1)
  @MaxLength(120)
  title!: string;

  @Field({ description: 'What it means, at most 2,000 characters.' })
  @Prose()
  @MaxLength(2000)
  text!: string;

  @Field(() => RuleSeverity, { nullable: true, description: 'How grave it is; stays, or is MEDIUM, where absent.' })
  @IsOptional()
  @IsEnum(RuleSeverity)
  severity?: RuleSeverity | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many hours to decide, 1 to 720; where absent it stays, or follows a new severity.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(720)
  targetHours?: number | null;
}

@InputType({ description: 'All rules of a company, in order.' })
export class UpdateRulesInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => [RuleInput], { description: 'The rules from now on, 1 to 30; those left out retire.' })
  @ValidateNested({ each: true })
  @Type(() => RuleInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  rules!: RuleInput[];
}
