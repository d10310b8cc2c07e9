import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsUUID } from 'class-validator';
import { VoteValue } from '../ideas/idea.entity.js';

@InputType({ description: 'A vote.' })
export class VoteInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsUUID()
  ideaId!: string;

  @Field(() => VoteValue, { description: 'What the vote says.' })
  @IsEnum(VoteValue)
  value!: VoteValue;
}
