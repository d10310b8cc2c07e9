import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Locale } from '../../../shared/errors/locale.js';
import { connectionOf, PageArgs } from '../../../shared/graphql/connection.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line } from '../../../shared/text/clean.js';
import { Idea, IdeaStatus, IdeaVisibility } from '../idea.entity.js';

/** How a list of ideas is ordered. */
export enum IdeaOrder {
  TOP = 'TOP',
  TRENDING = 'TRENDING',
  NEWEST = 'NEWEST',
  RANDOM = 'RANDOM',
  UNANSWERED = 'UNANSWERED',
  DELIVERED = 'DELIVERED',
}
registerEnumType(IdeaOrder, {
  name: 'IdeaOrder',
  description:
    'How a list of ideas is ordered. While a phase hides the counts, lists by votes of its challenge are in random order.',
  valuesMap: {
    TOP: { description: 'Most supported first.' },
    TRENDING: {
      description:
        'What is supported and discussed lately first: by log2(1 + score + 2 × comments) + the time of publication in units of four days. So an idea loses half of its weight against newer ones every four days.',
    },
    NEWEST: { description: 'Published last first.' },
    RANDOM: { description: 'Shuffled anew every day (UTC) for each viewer, so that every idea is seen.' },
    UNANSWERED: { description: 'Most supported first, without those that the company has answered.' },
    DELIVERED: { description: 'Delivered last first, and only what was delivered.' },
  },
});

@InputType({ description: 'Which ideas a list has. All that is given must hold.' })
export class IdeaFilter {
  @Field(() => String, { nullable: true, description: 'Ideas with this tag.' })
  @IsOptional()
  @Line()
  @MaxLength(40)
  tag?: string | null;

  @Field(() => [IdeaStatus], { nullable: true, description: 'Ideas in one of these states.' })
  @IsOptional()
  @IsEnum(IdeaStatus, { each: true })
  @ArrayMaxSize(6)
  status?: IdeaStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Ideas that this person submitted.' })
  @IsOptional()
  @IsId()
  authorId?: string | null;

  @Field(() => Locale, { nullable: true, description: 'Ideas in this language.' })
  @IsOptional()
  language?: Locale | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Ideas with all these words, in any form; "…" for a phrase. They come best match first among the 1,000 newest that match, unless NEWEST is asked for.',
  })
  @IsOptional()
  @Line()
  @MaxLength(200)
  text?: string | null;
}

@ArgsType()
export class ListIdeasArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { nullable: true, description: 'Only answers to this challenge.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of the idea box: of no challenge.' })
  @IsOptional()
  ideaBoxOnly?: boolean | null;

  @Field(() => IdeaOrder, { defaultValue: IdeaOrder.TOP, description: 'In which order.' })
  @IsEnum(IdeaOrder)
  order: IdeaOrder = IdeaOrder.TOP;

  @Field(() => IdeaFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => IdeaFilter)
  filter?: IdeaFilter | null;
}

@ArgsType()
export class MyIdeasArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those in this company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;

  @Field(() => [IdeaVisibility], { nullable: true, description: 'Only those in one of these states.' })
  @IsOptional()
  @IsEnum(IdeaVisibility, { each: true })
  @ArrayMaxSize(5)
  visibility?: IdeaVisibility[] | null;
}

@ObjectType({ description: 'A page of ideas.' })
export class IdeaConnection extends connectionOf(() => Idea, 'Idea') {}
