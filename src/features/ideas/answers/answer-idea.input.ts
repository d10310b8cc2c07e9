import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Prose } from '../../../shared/text/clean.js';
import { IdeaStatus } from '../idea.entity.js';

/** What the company says. */
@InputType({ isAbstract: true })
export class AnswerText {
  @Field(() => IdeaStatus, { description: 'Where the idea stands from now on.' })
  @IsEnum(IdeaStatus)
  status!: IdeaStatus;

  @Field({
    description:
      'The public reason, in Markdown, at most 5,000 characters. `{name}`, `{title}` and `{company}` become the author’s name, the idea’s title and the company’s name.',
  })
  @Prose()
  @IsNotEmpty()
  @MaxLength(5_000)
  body!: string;

  @Field({ defaultValue: true, description: 'Whether it is shown above the discussion, in place of the one before.' })
  @IsBoolean()
  pinned!: boolean;

  @Field(() => ID, { nullable: true, description: 'The saved reply that it was made from, whose uses are counted.' })
  @IsOptional()
  @IsId()
  savedReplyId?: string | null;
}

@InputType({ description: "The company's answer to an idea." })
export class AnswerIdeaInput extends AnswerText {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => Int, { description: 'The version of the idea that was read; CONFLICT when it is not the newest.' })
  @IsInt()
  version!: number;
}
