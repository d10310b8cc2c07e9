import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PageArgs } from '../../../../shared/graphql/connection.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../../shared/text/clean.js';
import { BadgeMetric } from './badge.policy.js';

/** A higher one nobody could reach; and years are added to dates. */
export const MOST_YEARS = 100;
const MOST = 100_000;

@InputType({ isAbstract: true })
abstract class BadgeFields {
  @Field({ description: 'Its name, 2 to 60 characters.' })
  @Line()
  @MinLength(2)
  @MaxLength(60)
  name!: string;

  @Field({ defaultValue: '', description: 'What it is for, at most 300 characters.' })
  @Line()
  @IsString()
  @MaxLength(300)
  description!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A picture uploaded with purpose `badge`; null: none; absent: as it is.',
  })
  @IsOptional()
  @IsId()
  pictureFileId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the picture shows, for who does not see it: 1 to 200 characters where there is a picture.',
  })
  @IsOptional()
  @Line()
  @MaxLength(200)
  pictureAlt?: string | null;

  @Field(() => BadgeMetric, { nullable: true, description: 'What it counts; null: it is given by hand.' })
  @IsOptional()
  @IsEnum(BadgeMetric)
  metric?: BadgeMetric | null;

  @Field(() => Int, { nullable: true, description: 'From how many on it is earned; with `metric`, and only then.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  threshold?: number | null;
}

@InputType({ description: 'A new badge of a company.' })
export class CreateBadgeInput extends BadgeFields {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@InputType({ description: 'A badge of a company as it is to be from now on. Who has it keeps it.' })
export class UpdateBadgeInput extends BadgeFields {
  @Field(() => ID, { description: 'The badge.' })
  @IsId()
  badgeId!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'A badge that nobody is to get any more.' })
export class RetireBadgeInput {
  @Field(() => ID, { description: 'The badge.' })
  @IsId()
  badgeId!: string;

  @Field(() => Int, { description: 'The version that this is based on.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'A badge for a member, by hand.' })
export class GiveBadgeInput {
  @Field(() => ID, { description: 'The badge.' })
  @IsId()
  badgeId!: string;

  @Field(() => ID, { description: 'The member: the id of the user.' })
  @IsId()
  userId!: string;
}

@InputType({ description: 'A badge that was given by mistake.' })
export class TakeBadgeBackInput {
  @Field(() => ID, { description: 'That somebody has it.' })
  @IsId()
  holdingId!: string;

  @Field({ description: 'Why, for the record: 10 to 500 characters.' })
  @Prose()
  @MinLength(10)
  @MaxLength(500)
  reason!: string;
}

@ArgsType()
export class CompanyBadgesArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class BadgeHoldersArgs extends PageArgs {
  @Field(() => ID, { description: 'The badge.' })
  @IsId()
  badgeId!: string;
}
