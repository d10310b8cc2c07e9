import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What the viewer may do with an idea now.' })
export class IdeaPermissions {
  @Field({ description: 'Change its text, tags and attachments.' })
  edit!: boolean;

  @Field({ description: 'Take it back.' })
  withdraw!: boolean;

  @Field({ description: 'Vote for it.' })
  vote!: boolean;

  @Field({ description: 'Comment on it.' })
  comment!: boolean;

  @Field({ description: "Give the company's answer." })
  answer!: boolean;

  @Field({ description: 'Invite somebody to write it together.' })
  inviteCoauthor!: boolean;
}
