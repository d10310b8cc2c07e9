import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../shared/graphql/connection.js';
import { Challenge } from './challenge.entity.js';

@ObjectType({ description: 'A page of challenges.' })
export class ChallengeConnection extends connectionOf(() => Challenge, 'Challenge') {}

@ObjectType({ description: 'How many challenges each list holds.' })
export class ChallengeCounts {
  @Field(() => Int, { description: 'That run now.' })
  open!: number;

  @Field(() => Int, { description: 'That are announced.' })
  upcoming!: number;

  @Field(() => Int, { description: 'That are over.' })
  past!: number;

  @Field(() => Int, { description: 'Where the viewer takes part; 0 when signed out.' })
  mine!: number;

  @Field(() => Int, { description: 'Drafts and scheduled ones; 0 for those who manage none.' })
  drafts!: number;
}

@ObjectType({ description: 'What the viewer may do in a challenge at this moment.' })
export class ChallengePermissions {
  @Field({ description: 'Submit ideas.' })
  submit!: boolean;

  @Field({ description: 'Edit their own ideas.' })
  editOwn!: boolean;

  @Field({ description: 'Comment.' })
  comment!: boolean;

  @Field({ description: 'Vote.' })
  vote!: boolean;

  @Field({ description: 'See the counts of votes.' })
  seeCounts!: boolean;

  @Field({ description: 'Edit, publish, extend, close and archive it.' })
  manage!: boolean;
}
