import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsOptional } from 'class-validator';
import { IsId } from '../../shared/graphql/is-id.js';
import type { Idea } from '../ideas/idea.entity.js';

@ArgsType()
export class LiveArgs {
  @Field(() => ID, { description: 'The company whose ideas are looked at.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { nullable: true, description: 'New ideas of this challenge only.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'New ideas of the idea box only.' })
  @IsOptional()
  @IsBoolean()
  ideaBoxOnly?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ideas on screen, at most 100: changes of these are told. Of one alone also its new comments.',
  })
  @IsOptional()
  @IsId({ each: true })
  @ArrayMaxSize(100)
  ideaIds?: string[] | null;
}

@ObjectType({ description: 'What has changed of an idea.' })
export class LiveIdea {
  @Field(() => ID, { description: 'Its id.' })
  ideaId!: string;

  /** as the subscriber may see it; `idea` of the schema */
  seen!: Partial<Idea> | null;

  @Field({ description: 'Whether the company has just answered it.' })
  answered!: boolean;
}

@ObjectType({ description: 'A comment that has become public.' })
export class LiveComment {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The top-level comment that it is below; null for one itself.' })
  rootId!: string | null;
}

@ObjectType({ description: 'What has changed where somebody looks; at most one a second.' })
export class LiveChange {
  @Field({
    description:
      'True of the first one, and of one after a gap: not what has changed, but what there is. All watched ideas, and of new ideas and comments the newest 20.',
  })
  whole!: boolean;

  @Field(() => [LiveIdea], { description: 'Watched ideas that have changed.', complexity: 100 })
  ideas!: LiveIdea[];

  @Field(() => [ID], { description: 'Ideas that have become public.' })
  publishedIdeaIds!: string[];

  @Field(() => [LiveComment], {
    description: 'Comments that have become public on the one watched idea.',
    complexity: 50,
  })
  comments!: LiveComment[];
}
