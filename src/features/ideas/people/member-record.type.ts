import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: "A person's part in the communities, as far as the viewer may see it." })
export class MemberRecord {
  @Field(() => Date, { description: 'Since when they are here.' })
  since!: Date;

  @Field(() => Int, { description: 'Published ideas, written alone or with others.' })
  ideas!: number;

  @Field(() => Int, { description: 'Of them, those that a company has answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Of them, those that were delivered.' })
  delivered!: number;
}
