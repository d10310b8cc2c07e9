import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';

/** Months of this century, which is what dates are read for. */
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

@ArgsType()
export class FairPlayArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { nullable: true, description: 'Only votes for ideas of this challenge, from its first day on.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only a month, in UTC: 2026-03. Without it and a challenge the last 90 days.',
  })
  @IsOptional()
  @Matches(MONTH)
  month?: string | null;
}
