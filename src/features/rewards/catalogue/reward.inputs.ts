import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsNotEmpty, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { connectionOf, PageArgs } from '../../../shared/graphql/connection.js';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../shared/text/clean.js';
import { Fulfilment, Reward, RewardState } from './reward.entity.js';

/** In points, in pieces. */
const MOST = 1_000_000;
const LEVELS = 7;
const LONGEST_TITLE = 120;
/** Of one upload: a longer list comes in several. */
const LONGEST_LIST = 20_000;

/** What is absent stays as it is; null empties what may be empty. */
@InputType({ isAbstract: true })
class RewardDetails {
  @Field(() => String, {
    nullable: true,
    description: 'What it is and how one gets it, in Markdown, up to 5,000 characters.',
  })
  @IsOptional()
  @Prose()
  @MaxLength(5000)
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'A picture, uploaded as a cover; null removes it.' })
  @IsOptional()
  @IsId()
  pictureFileId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the picture shows, up to 200 characters; needed with one.',
  })
  @IsOptional()
  @Line()
  @MaxLength(200)
  pictureAlt?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is sent to an address; not for codes.' })
  @IsOptional()
  @IsBoolean()
  needsAddress?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How many one member gets at most; null: any number.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  perMember?: number | null;

  @Field(() => Int, { nullable: true, description: 'The level that one must have reached, 2 to 7; null: none.' })
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(LEVELS)
  levelNeeded?: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From when on it can be redeemed; null: at once.' })
  @IsOptional()
  @IsMoment()
  startsAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it can be redeemed; null: without end.' })
  @IsOptional()
  @IsMoment()
  endsAt?: Date | null;
}

@InputType({ description: 'A new reward, as a draft.' })
export class CreateRewardInput extends RewardDetails {
  @Field(() => ID, { description: 'The company that gives it.' })
  @IsId()
  companyId!: string;

  @Field({ description: 'What it is, in one line of up to 120 characters.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title!: string;

  @Field(() => Int, { description: 'What it costs, 1 to 1,000,000 points.' })
  @IsInt()
  @Min(1)
  @Max(MOST)
  cost!: number;

  @Field(() => Fulfilment, { description: 'How it comes to who redeems it; stays so.' })
  @IsEnum(Fulfilment)
  fulfilment!: Fulfilment;

  @Field(() => Int, {
    nullable: true,
    description: 'How many there are; null: any number. Not for codes: they are counted.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  stock?: number | null;
}

@InputType({ description: 'Changes of a reward. How many there are is changed by changeRewardStock.' })
export class UpdateRewardInput extends RewardDetails {
  @Field(() => ID, { description: 'The reward.' })
  @IsId()
  rewardId!: string;

  @Field(() => Int, { description: 'The version that was changed; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What it is, in one line of up to 120 characters.' })
  @IsOptional()
  @Line()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title?: string | null;

  @Field(() => Int, { nullable: true, description: 'What it costs from now on, 1 to 1,000,000 points.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  cost?: number | null;
}

@InputType({ description: 'A reward in the version that was seen.' })
export class RewardVersionInput {
  @Field(() => ID, { description: 'The reward.' })
  @IsId()
  rewardId!: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'How many more or fewer of a reward there are.' })
export class ChangeRewardStockInput extends RewardVersionInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'Added to what is left, or taken away; null: any number from now on. Where it was any number: how many from now on.',
  })
  @IsOptional()
  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  by?: number | null;
}

@InputType({ description: 'Codes to be handed out.' })
export class AddRewardCodesInput {
  @Field(() => ID, { description: 'The reward.' })
  @IsId()
  rewardId!: string;

  @Field({
    description:
      'One code a line, or a CSV with them in its first column or one that is called code; up to 20,000 characters.',
  })
  @Prose()
  @IsNotEmpty()
  @MaxLength(LONGEST_LIST)
  codes!: string;
}

@ObjectType({ description: 'What became of uploaded codes.' })
export class AddedRewardCodes {
  @Field(() => Reward, { description: 'The reward as it is since.' })
  reward!: Reward;

  @Field(() => Int, { description: 'How many are new.' })
  added!: number;

  @Field(() => Int, {
    description: 'How many were left out, because the reward had them or they were twice in the list.',
  })
  known!: number;
}

@ArgsType()
export class RewardArgs {
  @Field(() => ID, { description: 'The reward.' })
  @IsId()
  id!: string;
}

@ArgsType()
export class RewardsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class ManagedRewardsArgs extends RewardsArgs {
  @Field(() => RewardState, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  @IsEnum(RewardState)
  state?: RewardState | null;
}

@ObjectType({ description: 'A page of rewards.' })
export class RewardConnection extends connectionOf(() => Reward, 'Reward') {}
