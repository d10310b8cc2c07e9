import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsInt, IsNotEmpty, IsOptional, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { connectionOf, PageArgs } from '../../../../shared/graphql/connection.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../../shared/text/clean.js';
import { Redemption, RedemptionState } from './redemption.entity.js';

@InputType({ description: 'Where something is sent. Kept sealed, and erased 30 days after it was handed over.' })
export class RedemptionDeliveryInput {
  @Field({ description: 'Whose name is on it, up to 120 characters.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;

  @Field({ description: 'The postal address, 5 to 500 characters.' })
  @Prose()
  @MinLength(5)
  @MaxLength(500)
  address!: string;

  @Field(() => String, { nullable: true, description: 'For the carrier, up to 40 characters.' })
  @IsOptional()
  @Line()
  @MaxLength(40)
  phone?: string | null;
}

@ObjectType({
  description: 'Where something is sent. Only whose it is sees it, and managers who ask for it, on the record.',
})
export class RedemptionDelivery {
  @Field({ description: 'Whose name is on it.' })
  name!: string;

  @Field({ description: 'The postal address.' })
  address!: string;

  @Field(() => String, { nullable: true, description: 'For the carrier.' })
  phone!: string | null;
}

@InputType({ description: 'What a member wants for their points.' })
export class RedeemRewardInput {
  @Field(() => ID, { description: 'The reward.' })
  @IsId()
  rewardId!: string;

  @Field(() => Int, {
    description: 'What it costs as far as the member knows; CONFLICT when it costs something else by now.',
  })
  @IsInt()
  @Min(1)
  cost!: number;

  @Field({ description: 'Any text of the client’s: the same again gives the same redemption.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(100)
  idempotencyKey!: string;

  @Field(() => RedemptionDeliveryInput, { nullable: true, description: 'Where to, for what is sent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RedemptionDeliveryInput)
  delivery?: RedemptionDeliveryInput | null;
}

@InputType({ description: 'A redemption.' })
export class RedemptionIdInput {
  @Field(() => ID, { description: 'The redemption.' })
  @IsId()
  redemptionId!: string;
}

@InputType({ description: 'Where something that waits is to be sent.' })
export class SetRedemptionDeliveryInput extends RedemptionIdInput {
  @Field(() => RedemptionDeliveryInput, { description: 'Where to.' })
  @ValidateNested()
  @Type(() => RedemptionDeliveryInput)
  delivery!: RedemptionDeliveryInput;
}

@InputType({ description: 'That something was handed over.' })
export class FulfilRedemptionInput extends RedemptionIdInput {
  @Field(() => String, {
    nullable: true,
    description: 'For the member: where to follow it, what to do; up to 500 characters. Erased after 30 days.',
  })
  @IsOptional()
  @Prose()
  @MaxLength(500)
  note?: string | null;
}

@InputType({ description: 'Why a redemption ends.' })
export class EndRedemptionInput extends RedemptionIdInput {
  @Field({ description: 'Why, for the member: 5 to 500 characters.' })
  @Prose()
  @MinLength(5)
  @MaxLength(500)
  reason!: string;
}

@ArgsType()
export class ViewerRedemptionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only of this company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;
}

@ArgsType()
export class RedemptionsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => RedemptionState, {
    nullable: true,
    defaultValue: RedemptionState.REQUESTED,
    description: 'Those in this state.',
  })
  @IsOptional()
  @IsEnum(RedemptionState)
  state: RedemptionState | null = RedemptionState.REQUESTED;
}

@ObjectType({ description: 'A page of redemptions.' })
export class RedemptionConnection extends connectionOf(() => Redemption, 'Redemption') {}
