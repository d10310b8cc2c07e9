import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Locale } from '../../shared/errors/locale.js';
import { IsId } from '../../shared/graphql/is-id.js';
import { Line, Prose } from '../../shared/text/clean.js';

/** What somebody is writing, as far as it got. */
@ArgsType()
export class SimilarIdeasArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The challenge it is for: of equally similar ideas its own come first.',
  })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => String, { description: 'The idea in one line, as far as it is written.' })
  @Line()
  @IsString()
  @MaxLength(120)
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The text, as far as it is written. Its beginning is enough.',
  })
  @Prose()
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  body?: string | null;

  @Field(() => Locale, { nullable: true, description: 'Its language; found by the text where this is null.' })
  @IsOptional()
  language?: Locale | null;

  @Field(() => Int, { nullable: true, defaultValue: 5, description: 'How many at most: 1 to 10.' })
  @Transform(({ value }: { value: unknown }) => value ?? 5)
  @IsInt()
  @Min(1)
  @Max(10)
  first = 5;
}
