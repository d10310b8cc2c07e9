import { ArgsType, Field, GraphQLISODateTime, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsNotEmpty,
  IsOptional,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageArgs } from '../../../../shared/graphql/connection.js';
import { IsMoment } from '../../../../shared/graphql/input-fields.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../../shared/text/clean.js';

/** A challenge has at most as many prizes. */
const MOST_PRIZES = 20;

@InputType({ description: 'Which idea wins which prize, and why.' })
export class WinnerChoiceInput {
  @Field(() => ID, { description: 'The prize.' })
  @IsId()
  prizeId!: string;

  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field({ description: 'Why it wins, for everybody to read; up to 1,000 characters.' })
  @Prose()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason!: string;
}

@InputType({ description: 'Who wins, to be announced at once or on a date.' })
export class AnnounceWinnersInput {
  @Field(() => ID, { description: 'The challenge.' })
  @IsId()
  challengeId!: string;

  @Field(() => [WinnerChoiceInput], { description: 'Each prize and each idea at most once.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PRIZES)
  @ArrayUnique((choice: WinnerChoiceInput) => choice.prizeId)
  @ArrayUnique((choice: WinnerChoiceInput) => choice.ideaId)
  @ValidateNested({ each: true })
  @Type(() => WinnerChoiceInput)
  choices!: WinnerChoiceInput[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When; at once when absent or past.' })
  @IsOptional()
  @IsMoment()
  announceAt?: Date | null;
}

@InputType({ description: 'A planned announcement that is to be taken back.' })
export class CancelAnnouncementInput {
  @Field(() => ID, { description: 'The challenge.' })
  @IsId()
  challengeId!: string;
}

@InputType({ description: 'An idea that an expert chooses.' })
export class JuryPickInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the managers; up to 1,000 characters.' })
  @Prose()
  @IsOptional()
  @MaxLength(1_000)
  note?: string | null;
}

@InputType({ description: 'What an expert of the jury chooses; takes the place of what they chose before.' })
export class JuryChoiceInput {
  @Field(() => ID, { description: 'The challenge.' })
  @IsId()
  challengeId!: string;

  @Field(() => [JuryPickInput], { description: 'At most as many as there are prizes, each once, in any order.' })
  @IsArray()
  @ArrayMaxSize(MOST_PRIZES)
  @ArrayUnique((pick: JuryPickInput) => pick.ideaId)
  @ValidateNested({ each: true })
  @Type(() => JuryPickInput)
  picks!: JuryPickInput[];
}

@ArgsType()
export class ContendersArgs {
  @Field(() => ID, { description: 'The challenge.' })
  @IsId()
  challengeId!: string;

  @Field(() => String, { nullable: true, description: 'Only ideas with this in their title.' })
  @Line()
  @IsOptional()
  @MaxLength(100)
  text?: string | null;
}

@ArgsType()
export class AwardedChallengesArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}
