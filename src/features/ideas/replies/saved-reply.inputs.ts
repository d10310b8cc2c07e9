import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsNotEmpty, MaxLength } from 'class-validator';
import { Locale } from '../../../shared/errors/locale.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../shared/text/clean.js';

@InputType({ isAbstract: true })
class ReplyText {
  @Field({ description: 'What managers call it, at most 80 characters.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(80)
  title!: string;

  @Field({ description: 'The text in Markdown, at most 5,000 characters.' })
  @Prose()
  @IsNotEmpty()
  @MaxLength(5_000)
  body!: string;

  @Field(() => Locale, { description: 'The language of its text.' })
  @IsEnum(Locale)
  language!: Locale;
}

@InputType({ description: 'A new saved reply.' })
export class CreateSavedReplyInput extends ReplyText {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@InputType({ description: 'A saved reply as it is to be from now on.' })
export class UpdateSavedReplyInput extends ReplyText {
  @Field(() => ID, { description: 'The reply.' })
  @IsId()
  replyId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;
}

@ArgsType()
export class SavedRepliesArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@InputType({ description: 'A saved reply.' })
export class SavedReplyInput {
  @Field(() => ID, { description: 'The reply.' })
  @IsId()
  replyId!: string;
}
