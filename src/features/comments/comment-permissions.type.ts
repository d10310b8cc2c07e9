import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What the viewer may do with a comment now.' })
export class CommentPermissions {
  @Field({ description: 'Change its text.' })
  edit!: boolean;

  @Field({ description: 'Take it back, at any time.' })
  delete!: boolean;

  @Field({ description: 'Answer it.' })
  reply!: boolean;

  @Field({ description: 'Appreciate it.' })
  appreciate!: boolean;
}
