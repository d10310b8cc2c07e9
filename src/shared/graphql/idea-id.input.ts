import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId } from './is-id.js';

@InputType({ description: 'Which idea is meant.' })
export class IdeaIdInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;
}
