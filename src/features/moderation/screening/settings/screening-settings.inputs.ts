import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsNotEmpty,
  IsOptional,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Locale } from '../../../../shared/errors/locale.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { Line } from '../../../../shared/text/clean.js';
import { WatchedWordAction } from '../watched-words.js';

const MOST_WORDS = 2_000;
const MOST_LINKS = 1_000;

@ArgsType()
export class ScreeningSettingsArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@InputType({ description: 'A word to watch.' })
export class WatchedWordInput {
  @Field({ description: 'One word, or several in a row, at most 80 characters; `*` at the end: any ending.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(80)
  word!: string;

  @Field(() => Locale, { nullable: true, description: 'Only in texts of this language; null: in all.' })
  @IsOptional()
  @IsEnum(Locale)
  language?: Locale | null;

  @Field(() => WatchedWordAction, { description: 'What happens to a post that has it.' })
  @IsEnum(WatchedWordAction)
  action!: WatchedWordAction;
}

@InputType({ description: 'How a company has its posts screened from now on. What is left out stays.' })
export class UpdateScreeningInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether spam is looked for.' })
  @IsOptional()
  @IsBoolean()
  spamChecks?: boolean | null;

  @Field(() => [WatchedWordInput], { nullable: true, description: 'All words to watch, at most 2,000.' })
  @IsOptional()
  @ArrayMaxSize(MOST_WORDS)
  @ValidateNested({ each: true })
  @Type(() => WatchedWordInput)
  watchedWords?: WatchedWordInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All sites to watch, like `example.com`, at most 1,000; addresses are cut to their site.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_LINKS)
  @MaxLength(300, { each: true })
  blockedLinks?: string[] | null;
}
