import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsId } from '../../../../shared/graphql/is-id.js';

@ObjectType({ description: 'What one of those who wrote an idea together would get of a prize.' })
export class AuthorShare {
  userId!: string;

  @Field(() => Int, { nullable: true, description: 'In percent, as the author proposed; null without a proposal.' })
  percent!: number | null;

  @Field({ description: 'Whether they agreed to it.' })
  agreed!: boolean;
}

@ObjectType({ description: 'An idea that the viewer wrote with others, and how they would share a prize.' })
export class SharedIdea {
  ideaId!: string;

  @Field({ description: 'Whether the viewer is its author, who proposes.' })
  own!: boolean;

  @Field(() => Int, { description: 'Of the proposal, to be sent back; 0 without one.' })
  version!: number;

  @Field({ description: 'Whether all have agreed: else all get the same.' })
  agreed!: boolean;

  @Field(() => [AuthorShare], { description: 'Those who wrote it, the author first.' })
  people!: AuthorShare[];
}

@ArgsType()
export class SharedIdeasArgs {
  @Field(() => ID, { nullable: true, description: 'Only in this company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;
}

@InputType({ description: 'What somebody should get.' })
export class ShareInput {
  @Field(() => ID, { description: 'The author, or a co-author.' })
  @IsId()
  userId!: string;

  @Field(() => Int, { description: 'In percent, 1 to 99.' })
  @IsInt()
  @Min(1)
  @Max(99)
  percent!: number;
}

@InputType({ description: 'How those who wrote an idea together would share a prize.' })
export class ProposeSharesInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => [ShareInput], { description: 'Of all who wrote it, each once; adds up to 100.' })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(11)
  @ArrayUnique((share: ShareInput) => share.userId)
  @ValidateNested({ each: true })
  @Type(() => ShareInput)
  shares!: ShareInput[];
}

@InputType({ description: 'An answer to a proposal of how to share a prize.' })
export class AnswerSharesInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => Int, { description: 'Of the proposal that was read.' })
  @IsInt()
  version!: number;

  @Field({ description: 'Whether to agree; what was agreed before can be taken back.' })
  @IsBoolean()
  agree!: boolean;
}
