import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsId } from '../../../../shared/graphql/is-id.js';

/** What moved in some time, less what was taken back in it. */
@ObjectType({ isAbstract: true })
abstract class PointsMoved {
  @Field(() => Float, { description: 'Awarded, given and promised as prizes.' })
  issued!: number;

  @Field(() => Float, { description: 'Spent on the catalogue.' })
  spent!: number;

  @Field(() => Float, { description: 'Expired.' })
  expired!: number;

  @Field(() => Float, { description: 'Taken out of use, of excluded members.' })
  forfeited!: number;
}

@ObjectType({ description: 'Points of a month.' })
export class RewardMonth extends PointsMoved {
  @Field({ description: 'The month (UTC), as 2026-03.' })
  month!: string;
}

@ObjectType({ description: 'A company’s points: what it has given, and what it owes.' })
export class RewardBudget extends PointsMoved {
  @Field(() => Float, { description: 'What members can spend: all balances above zero. What the company owes.' })
  liability!: number;

  @Field(() => Float, { description: 'What members are below zero, as a positive number.' })
  debts!: number;

  @Field(() => Float, { description: 'Spent on what is not handed over yet.' })
  waiting!: number;

  @Field(() => Float, { description: 'Promised as prizes that nobody has been given yet.' })
  promised!: number;

  @Field(() => [RewardMonth], { description: 'The last months, the earliest first, also those without any.' })
  months!: RewardMonth[];
}

@ArgsType()
export class RewardBudgetArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => Int, { nullable: true, defaultValue: 12, description: 'How many months, this one among them: 1 to 36.' })
  @Transform(({ value }: { value: unknown }) => value ?? 12)
  @IsInt()
  @Min(1)
  @Max(36)
  months = 12;
}
