import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';

@InputType({ description: 'Which idea is meant.' })
export class IdeaIdInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsUUID()
  ideaId!: string;
}
