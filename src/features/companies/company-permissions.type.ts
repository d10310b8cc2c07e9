import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What the viewer may do in a company now.' })
export class CompanyPermissions {
  @Field({ description: 'Become a member without an invitation.' })
  join!: boolean;

  @Field({ description: 'Submit an idea outside a challenge.' })
  submitToIdeaBox!: boolean;

  @Field({ description: 'Change settings, run challenges, answer ideas, invite members.' })
  manage!: boolean;

  @Field({ description: 'Review what is held.' })
  moderate!: boolean;
}
