import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Locale } from '../../shared/errors/locale.js';
import { IsId } from '../../shared/graphql/is-id.js';
import { cleanLine, Line, Prose } from '../../shared/text/clean.js';
import { CompanyVisibility, JoinPolicy, PreModeration, VoteMode } from './company.entity.js';

/** tidied, in lower case, each once */
const Words = () =>
  Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? [...new Set(value.map((word) => cleanLine(String(word)).toLowerCase()))] : value,
  );

@InputType({ description: 'A new company. Whoever makes it becomes its owner.' })
export class CreateCompanyInput {
  @Field({ description: 'Its name, 2 to 80 characters.' })
  @Line()
  @MinLength(2)
  @MaxLength(80)
  name!: string;

  @Field({ description: 'Its place in addresses: 3 to 40 small letters, digits and single hyphens. It never changes.' })
  @Line()
  @IsString()
  slug!: string;

  @Field({ defaultValue: '', description: 'What it is and what it asks for, at most 500 characters.' })
  @Line()
  @MaxLength(500)
  description!: string;

  @Field(() => [Locale], { description: 'The languages that its community writes in.' })
  @IsEnum(Locale, { each: true })
  @ArrayMinSize(1)
  @ArrayUnique()
  languages!: Locale[];

  @Field(() => Locale, { description: 'The language of its own texts; one of `languages`.' })
  @IsEnum(Locale)
  defaultLanguage!: Locale;

  @Field(() => String, { nullable: true, description: 'Its colour, as #rrggbb.' })
  @IsOptional()
  @Line()
  @IsString()
  brandColor?: string | null;

  @Field(() => ID, { nullable: true, description: 'An image uploaded with purpose `logo`.' })
  @IsOptional()
  @IsId()
  logoFileId?: string | null;

  @Field(() => CompanyVisibility, { nullable: true, description: 'Who may see it; everybody by default.' })
  @IsOptional()
  @IsEnum(CompanyVisibility)
  visibility?: CompanyVisibility | null;
}

@InputType({ description: 'Changes to a company’s settings; what is absent stays.' })
export class UpdateCompanyInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name, 2 to 80 characters.' })
  @IsOptional()
  @Line()
  @MinLength(2)
  @MaxLength(80)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is and what it asks for, at most 500 characters.' })
  @IsOptional()
  @Line()
  @MaxLength(500)
  description?: string | null;

  @Field(() => [Locale], { nullable: true, description: 'The languages that its community writes in.' })
  @IsOptional()
  @IsEnum(Locale, { each: true })
  @ArrayMinSize(1)
  @ArrayUnique()
  languages?: Locale[] | null;

  @Field(() => Locale, { nullable: true, description: 'The language of its own texts; one of `languages`.' })
  @IsOptional()
  @IsEnum(Locale)
  defaultLanguage?: Locale | null;

  @Field(() => String, { nullable: true, description: 'Its colour, as #rrggbb.' })
  @IsOptional()
  @Line()
  @IsString()
  brandColor?: string | null;

  @Field(() => ID, { nullable: true, description: 'An image uploaded with purpose `logo`; null removes the logo.' })
  @IsOptional()
  @IsId()
  logoFileId?: string | null;

  @Field(() => CompanyVisibility, { nullable: true, description: 'Who may see it.' })
  @IsOptional()
  @IsEnum(CompanyVisibility)
  visibility?: CompanyVisibility | null;

  @Field(() => JoinPolicy, { nullable: true, description: 'Who may become a member.' })
  @IsOptional()
  @IsEnum(JoinPolicy)
  joinPolicy?: JoinPolicy | null;

  @Field(() => [String], { nullable: true, description: 'Domains for the policy EMAIL_DOMAIN, at most 50.' })
  @IsOptional()
  @Words()
  @IsArray()
  @ArrayMaxSize(50)
  emailDomains?: string[] | null;

  @Field(() => PreModeration, { nullable: true, description: 'What is reviewed before it is published.' })
  @IsOptional()
  @IsEnum(PreModeration)
  preModeration?: PreModeration | null;

  @Field(() => VoteMode, { nullable: true, description: 'What a vote can say.' })
  @IsOptional()
  @IsEnum(VoteMode)
  voteMode?: VoteMode | null;

  @Field(() => String, { nullable: true, description: 'How to behave here, in Markdown, at most 20,000 characters.' })
  @IsOptional()
  @Prose()
  @MaxLength(20_000)
  guidelines?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Tags that it proposes for ideas: at most 50, of 40 characters.',
  })
  @IsOptional()
  @Words()
  @ArrayMaxSize(50)
  @MinLength(1, { each: true })
  @MaxLength(40, { each: true })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether ideas may be submitted outside a challenge.' })
  @IsOptional()
  @IsBoolean()
  ideaBoxOpen?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many days it promises an answer to every idea, 1 to 365.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  answerDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many trusted members must report something before it is hidden automatically, 2 to 100.',
  })
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(100)
  hideFlaggers?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much their flags must weigh together for that, 2 to 1,000.',
  })
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(2)
  @Max(1000)
  hideWeight?: number | null;
}

@InputType({ description: 'A company.' })
export class CompanyIdInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class CompanyArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class CompanySlugArgs {
  @Field({ description: 'The company’s place in addresses.' })
  @Line()
  @IsString()
  @MaxLength(100)
  slug!: string;
}

@ArgsType()
export class BrandColorsArgs {
  @Field({ description: 'A colour, as #rrggbb.' })
  @Matches(/^#[0-9a-f]{6}$/i)
  color!: string;
}
