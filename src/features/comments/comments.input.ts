import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsInt, IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import { Locale } from '../../shared/errors/locale.js';
import { connectionOf, PageArgs } from '../../shared/graphql/connection.js';
import { IsHoneypot, IsIdempotencyKey, IsWritingTime, WEBSITE, WRITING_MS } from '../../shared/graphql/input-fields.js';
import { IsId } from '../../shared/graphql/is-id.js';
import { Prose } from '../../shared/text/clean.js';
import { Comment } from './comment.entity.js';
import { CommentOrder } from './comments.queries.js';

/** Longer comments are ideas, or nobody reads them. */
export const LONGEST_COMMENT = 10_000;

const BODY =
  'What to say, in Markdown; at most 10,000 characters. `@[name](user:<id>)` mentions a member of the company, at most 20 of them.';

@InputType({ description: 'A new comment.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'The idea it is about.' })
  @IsId()
  ideaId!: string;

  @Field(() => ID, { nullable: true, description: 'The comment that it answers; absent at the top level.' })
  @IsOptional()
  @IsId()
  parentId?: string | null;

  @Field({ description: BODY })
  @Prose()
  @IsNotEmpty()
  @MaxLength(LONGEST_COMMENT)
  body!: string;

  @Field(() => Locale, { nullable: true, description: 'Its language; detected where absent.' })
  @IsOptional()
  @IsEnum(Locale)
  language?: Locale | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any text of the caller’s own: sent again with the same one, the first comment is returned and no second is made.',
  })
  @IsIdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => Int, { nullable: true, description: WRITING_MS })
  @IsWritingTime()
  writingMs?: number | null;

  @Field(() => String, { nullable: true, description: WEBSITE })
  @IsHoneypot()
  website?: string | null;
}

@InputType({ description: 'A new text of a comment.' })
export class EditCommentInput {
  @Field(() => ID, { description: 'The comment.' })
  @IsId()
  commentId!: string;

  @Field(() => Int, { description: 'The version that was changed: CONFLICT when there is a newer one.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field({ description: BODY })
  @Prose()
  @IsNotEmpty()
  @MaxLength(LONGEST_COMMENT)
  body!: string;
}

@InputType({ description: 'Which comment is meant.' })
export class CommentIdInput {
  @Field(() => ID, { description: 'The comment.' })
  @IsId()
  commentId!: string;
}

@ObjectType({ description: 'A page of comments.' })
export class CommentConnection extends connectionOf(() => Comment, 'Comment') {}

@ArgsType()
export class CommentsArgs extends PageArgs {
  @Field(() => CommentOrder, { nullable: true, defaultValue: CommentOrder.OLDEST, description: 'In which order.' })
  @IsOptional()
  @IsEnum(CommentOrder)
  order?: CommentOrder | null;
}
