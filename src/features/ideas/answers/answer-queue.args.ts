import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, MaxLength } from 'class-validator';
import { Locale } from '../../../shared/errors/locale.js';
import { PageArgs } from '../../../shared/graphql/connection.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line } from '../../../shared/text/clean.js';
import { IdeaStatus } from '../idea.entity.js';

@ArgsType()
export class AnswerQueueArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { nullable: true, description: 'Only answers to this challenge.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of the idea box: of no challenge.' })
  @IsOptional()
  @IsBoolean()
  ideaBoxOnly?: boolean | null;

  @Field(() => IdeaStatus, {
    nullable: true,
    description:
      'Those that were answered and stand here, waiting for the next word; without it, those never answered.',
  })
  @IsOptional()
  @IsEnum(IdeaStatus)
  status?: IdeaStatus | null;

  @Field(() => Locale, { nullable: true, description: 'Only those in this language.' })
  @IsOptional()
  language?: Locale | null;

  @Field(() => String, { nullable: true, description: 'Only those with all these words, in any form.' })
  @IsOptional()
  @Line()
  @MaxLength(200)
  text?: string | null;
}
