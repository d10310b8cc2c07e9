import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsInt, IsNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Line } from '../../../shared/text/clean.js';
import { Idea } from '../idea.entity.js';
import { AnswerText } from './answer-idea.input.js';

const MOST_AT_ONCE = 100;

@InputType({ description: 'An idea as it was read.' })
export class IdeaReadInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => Int, { description: 'The version of it that was read.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'One answer of the company to many of its ideas.' })
export class AnswerIdeasInput extends AnswerText {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => [IdeaReadInput], { description: 'The ideas, 1 to 100, each once.' })
  @ValidateNested({ each: true })
  @Type(() => IdeaReadInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique(({ ideaId }: IdeaReadInput) => ideaId)
  ideas!: IdeaReadInput[];

  @Field({ description: 'Names this request: sent again, it answers no idea twice.' })
  @Line()
  @IsNotEmpty()
  @MaxLength(100)
  idempotencyKey!: string;
}

/** Why one idea of many was not answered. */
export enum AnswerRefusal {
  CHANGED = 'CHANGED',
  NOT_PUBLIC = 'NOT_PUBLIC',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(AnswerRefusal, {
  name: 'AnswerRefusal',
  description: 'Why one idea of many was not answered.',
  valuesMap: {
    CHANGED: { description: 'It was changed or answered since it was read.' },
    NOT_PUBLIC: { description: 'It is not, or no longer, published.' },
    UNKNOWN: { description: 'The company has no such idea.' },
  },
});

@ObjectType({ description: 'An idea that was not answered with the others.' })
export class UnansweredIdea {
  @Field(() => ID, { description: 'The idea.' })
  ideaId!: string;

  @Field(() => AnswerRefusal, { description: 'Why not.' })
  reason!: AnswerRefusal;
}

@ObjectType({ description: 'What became of each idea that was to be answered.' })
export class AnswerIdeasPayload {
  @Field(() => [Idea], { description: 'Those that have the answer now.' })
  answered!: Idea[];

  @Field(() => [UnansweredIdea], { description: 'Those that have not, each with why.' })
  refused!: UnansweredIdea[];
}
