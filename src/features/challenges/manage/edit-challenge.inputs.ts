import { Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsNotEmpty,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Locale } from '../../../shared/errors/locale.js';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { cleanLine, Line, Prose } from '../../../shared/text/clean.js';
import { WinnersBy } from '../challenge.entity.js';
import { PhaseKind } from '../phase.entity.js';
import { PrizeInput } from './prize.input.js';

@InputType({ description: 'A phase of a challenge. What it allows is by default what its kind allows.' })
export class PhaseInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Of a phase that exists; without any id, phases are matched by place.',
  })
  @IsOptional()
  @IsId()
  id?: string | null;

  @Field(() => PhaseKind, { description: 'What it is for.' })
  @IsEnum(PhaseKind)
  kind!: PhaseKind;

  @Field(() => GraphQLISODateTime, { description: 'Its first moment.' })
  @IsMoment()
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'The first moment after it.' })
  @IsMoment()
  endsAt!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether ideas may be submitted.' })
  @IsOptional()
  @IsBoolean()
  maySubmit?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether authors may edit their ideas.' })
  @IsOptional()
  @IsBoolean()
  mayEdit?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether comments may be written.' })
  @IsOptional()
  @IsBoolean()
  mayComment?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether votes may be cast.' })
  @IsOptional()
  @IsBoolean()
  mayVote?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether everybody sees the counts of votes.' })
  @IsOptional()
  @IsBoolean()
  countsVisible?: boolean | null;
}

@InputType({ description: 'One of the measures by which ideas are evaluated.' })
export class CriterionInput {
  @Field({ description: 'Its name, up to 80 characters.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(80)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it measures, up to 500 characters.' })
  @Prose()
  @IsOptional()
  @MaxLength(500)
  description?: string | null;

  @Field(() => Int, { description: 'Its part of the whole in percent; all add up to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  weight!: number;
}

/** What a challenge consists of; what is absent or null stays as it is. */
@InputType({ isAbstract: true })
export class ChallengeDetailsInput {
  @Field(() => String, { nullable: true, description: 'One or two sentences for lists, up to 300 characters.' })
  @Prose()
  @IsOptional()
  @MaxLength(300)
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'What is asked and why, in Markdown, up to 20,000 characters.' })
  @Prose()
  @IsOptional()
  @MaxLength(20_000)
  brief?: string | null;

  @Field(() => ID, { nullable: true, description: 'An image uploaded for this purpose; null removes it.' })
  @IsOptional()
  @IsId()
  coverFileId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Topics, at most 10 of up to 40 characters.' })
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value)
      ? [...new Set(value.map((tag) => cleanLine(String(tag)).toLowerCase()).filter(Boolean))]
      : value,
  )
  @IsOptional()
  @ArrayMaxSize(10)
  @MaxLength(40, { each: true })
  tags?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Terms that participants accept, in Markdown; changed terms must be accepted again.',
  })
  @Prose()
  @IsOptional()
  @MaxLength(20_000)
  terms?: string | null;

  @Field(() => [PrizeInput], { nullable: true, description: 'All prizes; once published they can only grow.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PrizeInput)
  prizes?: PrizeInput[] | null;

  @Field(() => WinnersBy, { nullable: true, description: 'How the winners are found; fixed once published.' })
  @IsOptional()
  @IsEnum(WinnersBy)
  winnersBy?: WinnersBy | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many days a winner accepts the prize, 7 to 365; fixed once published.',
  })
  @IsOptional()
  @IsInt()
  @Min(7)
  @Max(365)
  claimDays?: number | null;

  @Field(() => [CriterionInput], { nullable: true, description: 'All criteria; fixed once published.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CriterionInput)
  criteria?: CriterionInput[] | null;

  @Field(() => [PhaseInput], {
    nullable: true,
    description: 'All phases, in order. Once published, those that have started must stay as they are.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => PhaseInput)
  phases?: PhaseInput[] | null;
}

@InputType({ description: 'A new draft.' })
export class CreateChallengeInput extends ChallengeDetailsInput {
  @Field(() => ID, { description: 'The company that asks.' })
  @IsId()
  companyId!: string;

  @Field({ description: 'The question, in one line of up to 140 characters; the address is made from it.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(140)
  title!: string;

  @Field(() => Locale, { description: 'Language it is written in.' })
  @IsEnum(Locale)
  language!: Locale;
}

@InputType({ description: 'Changes to a challenge; what is absent stays as it is.' })
export class UpdateChallengeInput extends ChallengeDetailsInput {
  @Field(() => ID, { description: 'The challenge.' })
  @IsId()
  challengeId!: string;

  @Field(() => Int, { description: 'The version that the change is based on.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'The question, in one line of up to 140 characters.' })
  @Line()
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(140)
  title?: string | null;

  @Field(() => Locale, { nullable: true, description: 'Language it is written in.' })
  @IsOptional()
  @IsEnum(Locale)
  language?: Locale | null;
}
