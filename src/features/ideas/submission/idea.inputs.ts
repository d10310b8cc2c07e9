import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsInt, IsNotEmpty, IsOptional, MaxLength, MinLength } from 'class-validator';
import { Locale } from '../../../shared/errors/locale.js';
import {
  IsHoneypot,
  IsIdempotencyKey,
  IsWritingTime,
  WEBSITE,
  WRITING_MS,
} from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line, Prose } from '../../../shared/text/clean.js';
import { LONGEST_TAG, MOST_TAGS } from '../tags.js';

export const MOST_ATTACHMENTS = 10;
const LONGEST_TITLE = 120;
const LONGEST_BODY = 20_000;

/** What an author writes. Left out: as it was. */
@InputType({ isAbstract: true })
export class IdeaText {
  @Field(() => String, {
    nullable: true,
    description: 'The idea in one line: 5 to 120 characters; a draft may have less.',
  })
  @IsOptional()
  @Line()
  @MaxLength(LONGEST_TITLE)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The idea in Markdown, at most 20,000 characters.' })
  @IsOptional()
  @Prose()
  @MaxLength(LONGEST_BODY)
  body?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'At most five tags of 30 characters; case and signs do not count.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_TAGS)
  @MaxLength(LONGEST_TAG, { each: true })
  tags?: string[] | null;

  @Field(() => Locale, { nullable: true, description: 'Its language; detected from the text where this is null.' })
  @IsOptional()
  language?: Locale | null;

  @Field(() => [ID], { nullable: true, description: 'All of its files, in order: at most ten, uploaded before.' })
  @IsOptional()
  @ArrayMaxSize(MOST_ATTACHMENTS)
  @ArrayUnique()
  @IsId({ each: true })
  attachmentIds?: string[] | null;
}

/** What a text must be to be shown to others. */
export class PublicText {
  @MinLength(5)
  @MaxLength(LONGEST_TITLE)
  title!: string;

  @IsNotEmpty()
  @MaxLength(LONGEST_BODY)
  body!: string;
}

@InputType({ description: 'A draft as it stands: a new one, or what an old one becomes.' })
export class SaveIdeaDraftInput extends IdeaText {
  @Field(() => ID, { nullable: true, description: 'The draft; null makes a new one.' })
  @IsOptional()
  @IsId()
  ideaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a new one: the company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The challenge that it answers; null for the idea box.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was changed; CONFLICT when it is not the newest.',
  })
  @IsOptional()
  @IsInt()
  version?: number | null;
}

@InputType({ description: 'An idea to submit: a draft, with what is to change in it, or a new one.' })
export class SubmitIdeaInput extends IdeaText {
  @Field(() => ID, { nullable: true, description: 'The draft to submit.' })
  @IsOptional()
  @IsId()
  ideaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Without a draft: the company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Without a draft: the challenge; null for the idea box.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: "That the author accepts the challenge's terms." })
  @IsOptional()
  acceptTerms?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Any text of the client’s: the same again gives the same idea.' })
  @IsIdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => Int, { nullable: true, description: WRITING_MS })
  @IsWritingTime()
  writingMs?: number | null;

  @Field(() => String, { nullable: true, description: WEBSITE })
  @IsHoneypot()
  website?: string | null;
}

@InputType({ description: 'A new text for an idea. What is left out stays.' })
export class EditIdeaInput extends IdeaText {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => Int, { description: 'The version that was changed; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What was changed and why, in a few words; public.' })
  @IsOptional()
  @Line()
  @MaxLength(200)
  note?: string | null;
}

@InputType({ description: 'An idea in the version that was seen.' })
export class IdeaVersionInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => Int, { description: 'The version that was seen; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;
}
