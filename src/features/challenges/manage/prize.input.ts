import { Field, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsISO4217CurrencyCode, IsNotEmpty, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Line } from '../../../shared/text/clean.js';
import { PrizeKind } from '../prize.entity.js';

@InputType({ description: 'What a place wins.' })
export class PrizeInput {
  @Field(() => Int, { description: 'The place, from 1; each once.' })
  @IsInt()
  @Min(1)
  @Max(100)
  place!: number;

  @Field({ description: 'What it is, up to 140 characters.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(140)
  title!: string;

  @Field(() => PrizeKind, { description: 'What kind of prize.' })
  @IsEnum(PrizeKind)
  kind!: PrizeKind;

  @Field(() => Int, { nullable: true, description: 'Worth in the smallest unit of the currency; needed for money.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  amountMinor?: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code; needed with an amount.' })
  @IsOptional()
  @IsISO4217CurrencyCode()
  currency?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of POINTS: how many.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  points?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of REVENUE_SHARE: the part of what the idea earns, in hundredths of a percent (250 is 2.5 %).',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  shareBasisPoints?: number | null;
}
