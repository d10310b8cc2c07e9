import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsEnum, IsInt, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { connectionOf, PageArgs } from '../../../shared/graphql/connection.js';
import { IsIdempotencyKey } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Prose } from '../../../shared/text/clean.js';
import { Gift, GiftKind } from './gift.entity.js';
import { ThanksReason } from './thanks.types.js';

const MOST_POINTS = 100_000;

@InputType({ description: 'Something for a member, with a note.' })
export class GiveGiftInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { description: 'Who gets it: a member, not of the staff.' })
  @IsId()
  userId!: string;

  @Field(() => GiftKind, { description: 'What is given.' })
  @IsEnum(GiftKind)
  kind!: GiftKind;

  @Field(() => Int, { nullable: true, description: 'How many points; of POINTS alone.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_POINTS)
  points?: number | null;

  @Field(() => ID, { nullable: true, description: 'Which badge, of those given by hand; of BADGE alone.' })
  @IsOptional()
  @IsId()
  badgeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What of the catalogue; of REWARD alone. It counts by its cost.' })
  @IsOptional()
  @IsId()
  rewardId?: string | null;

  @Field({
    description:
      'The personal note, 10 to 1,000 characters of plain text. Its receiver and the company’s managers read it.',
  })
  @Prose()
  @MinLength(10)
  @MaxLength(1_000)
  note!: string;

  @Field(() => ID, { nullable: true, description: 'The idea of theirs that it thanks for.' })
  @IsOptional()
  @IsId()
  ideaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The comment of theirs that it thanks for.' })
  @IsOptional()
  @IsId()
  commentId?: string | null;

  @Field(() => ThanksReason, { nullable: true, description: 'Which suggestion it follows.' })
  @IsOptional()
  @IsEnum(ThanksReason)
  because?: ThanksReason | null;

  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it is given once.' })
  @IsIdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A gift that was given by mistake.' })
export class TakeBackGiftInput {
  @Field(() => ID, { description: 'The gift.' })
  @IsId()
  giftId!: string;

  @Field({ description: 'Why, 10 to 500 characters: its receiver reads it.' })
  @Prose()
  @MinLength(10)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'Gifts of the viewer’s that they have read.' })
export class SeeGiftsInput {
  @Field(() => [ID], { description: 'The gifts, 100 at most.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsId({ each: true })
  giftIds!: string[];
}

@InputType({ description: 'How much the staff may give from now on.' })
export class UpdateGiftBudgetInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => Int, { description: 'Points that each moderator may give in a month.' })
  @IsInt()
  @Min(0)
  @Max(MOST_POINTS)
  moderatorPoints!: number;

  @Field(() => Int, { description: 'Points that each manager, and the owner, may give in a month.' })
  @IsInt()
  @Min(0)
  @Max(MOST_POINTS)
  managerPoints!: number;

  @Field(() => Int, { description: 'The version that was read; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;
}

@ArgsType()
export class GiftBudgetArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class GiftsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class ViewerGiftsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;
}

@ObjectType({ description: 'A page of gifts.' })
export class GiftConnection extends connectionOf(() => Gift, 'Gift') {}
