import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';

@InputType({ description: 'Somebody, and the idea that they write or should write together.' })
export class InviteCoauthorInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field(() => ID, { description: 'The co-author.' })
  @IsId()
  userId!: string;
}

@InputType({ description: 'An answer to the invitation to write an idea together.' })
export class AnswerCoauthorInvitationInput {
  @Field(() => ID, { description: 'The idea.' })
  @IsId()
  ideaId!: string;

  @Field({ description: 'Whether to be co-author.' })
  @IsBoolean()
  accept!: boolean;
}
