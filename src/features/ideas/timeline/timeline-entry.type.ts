import { Field, ID, ObjectType } from '@nestjs/graphql';
import { User } from '../../accounts/user.entity.js';
import { IdeaStatus } from '../idea.entity.js';

@ObjectType({ description: 'Something that happened to an idea.' })
export class TimelineEntry {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field({
    description:
      'What: IdeaSubmitted, IdeaPublished, IdeaEdited, IdeaAnswered, CoauthorJoined or IdeaWithdrawn. Others may be added.',
  })
  kind!: string;

  @Field({ description: 'When.' })
  at!: Date;

  @Field(() => User, {
    nullable: true,
    description: 'Who did it; null for a moderator, and for what happened by itself.',
  })
  actor!: User | null;

  @Field(() => IdeaStatus, { nullable: true, description: 'Of an answer: the status that it gave.' })
  status!: IdeaStatus | null;

  @Field(() => String, { nullable: true, description: 'Of an edit: the number of its revision.' })
  detail!: string | null;
}
