import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Equals, IsEnum, IsInt, IsNotEmpty, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { connectionOf, PageArgs } from '../../../../shared/graphql/connection.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../../shared/text/clean.js';
import { ClaimState, PrizeClaim } from './prize-claim.entity.js';

@ObjectType({ description: 'A page of claims.' })
export class PrizeClaimConnection extends connectionOf(() => PrizeClaim, 'PrizeClaim') {}

@ObjectType({ description: 'Where a prize is to be sent or paid, and how to find what was sent.' })
export class DeliveryDetails {
  @Field(() => String, { nullable: true, description: 'The name of who gets it.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to send it.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number, for the delivery.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The account to pay it to.' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'How to find what was sent.' })
  tracking?: string | null;
}

@InputType({ description: 'Where a prize is to be sent or paid. What its kind does not need is not kept.' })
export class DeliveryInput {
  @Field(() => String, { nullable: true, description: 'The name of who gets it, up to 140 characters.' })
  @Line()
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(140)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to send it, up to 500 characters.' })
  @Prose()
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(500)
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number, up to 40 characters.' })
  @Line()
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The account to pay it to, up to 140 characters.' })
  @Line()
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(140)
  account?: string | null;
}

@InputType({ description: 'A claim.' })
export class ClaimIdInput {
  @Field(() => ID, { description: 'The claim.' })
  @IsId()
  claimId!: string;
}

@InputType({ description: 'A claim, as the caller has seen it.' })
export class ClaimVersionInput extends ClaimIdInput {
  @Field(() => Int, { description: 'The version that the caller has seen.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Accepts a prize.' })
export class AcceptPrizeInput extends ClaimVersionInput {
  @Field({ description: 'That the terms of the challenge, and of the prize, are accepted: must be true.' })
  @Equals(true)
  acceptTerms!: boolean;

  @Field(() => DeliveryInput, { nullable: true, description: 'What `PrizeClaim.deliveryNeeds` asks for.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeliveryInput)
  delivery?: DeliveryInput | null;
}

@InputType({ description: 'Says that a prize was sent or paid.' })
export class MarkPrizeSentInput extends ClaimVersionInput {
  @Field(() => String, { nullable: true, description: 'How to find it, for the winner; up to 500 characters.' })
  @Prose()
  @IsOptional()
  @MaxLength(500)
  tracking?: string | null;
}

@ArgsType()
export class MyPrizeClaimsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only in this company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;
}

@ArgsType()
export class PrizeClaimsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { nullable: true, description: 'Only of this challenge.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => ClaimState, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  @IsEnum(ClaimState)
  state?: ClaimState | null;
}
