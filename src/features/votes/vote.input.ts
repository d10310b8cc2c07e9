import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { IsId } from '../../shared/graphql/is-id.js';
import { VoteValue } from '../ideas/idea.entity.js';

@InputType({ description: 'A vote.' })
export class VoteInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => VoteValue, { description: 'What the vote says.' })
  @IsEnum(VoteValue)
  value!: VoteValue;
}
