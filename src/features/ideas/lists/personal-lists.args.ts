import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional } from 'class-validator';
import { PageArgs } from '../../../shared/graphql/connection.js';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Idea, IdeaStatus, IdeaVisibility } from '../idea.entity.js';

@ArgsType()
export class PersonalIdeasArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those in this company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;

  @Field(() => [IdeaStatus], { nullable: true, description: 'Only those in one of these states.' })
  @IsOptional()
  @IsEnum(IdeaStatus, { each: true })
  @ArrayMaxSize(6)
  status?: IdeaStatus[] | null;
}

@ArgsType()
export class MyIdeasArgs extends PersonalIdeasArgs {
  @Field(() => [IdeaVisibility], { nullable: true, description: 'Only those that these see.' })
  @IsOptional()
  @IsEnum(IdeaVisibility, { each: true })
  @ArrayMaxSize(7)
  visibility?: IdeaVisibility[] | null;
}

@ArgsType()
export class MemberIdeasArgs extends PersonalIdeasArgs {
  @Field(() => ID, { description: 'The person.' })
  @IsId()
  userId!: string;
}

@ArgsType()
export class MyLoopArgs {
  @Field(() => GraphQLISODateTime, { description: 'From when on.' })
  @IsMoment()
  since!: Date;
}

@ObjectType({ description: 'What became of the ideas that the viewer follows.' })
export class Loop {
  @Field(() => Int, { description: 'Ideas that the company has answered since.' })
  moved!: number;

  @Field(() => [Idea], { description: 'The last three of them, answered last first.' })
  ideas!: Idea[];
}
