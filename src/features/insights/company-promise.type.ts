import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'How a company keeps its promise to answer, over all its published ideas.' })
export class CompanyPromise {
  @Field(() => Int, { description: 'Published ideas.' })
  ideaCount!: number;

  @Field(() => Int, { description: 'Those of them that it has answered.' })
  answeredCount!: number;

  @Field(() => Int, { description: 'Those of them that are delivered.' })
  deliveredCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours from publication to the first answer, the median of those answered; null while there is none.',
  })
  medianHoursToAnswer!: number | null;
}
