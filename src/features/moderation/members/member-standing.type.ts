import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Sanction } from '../sanctions/sanction.entity.js';

@ArgsType()
export class MemberStandingArgs {
  @Field(() => ID, { description: 'The membership.' })
  @IsId()
  membershipId!: string;
}

@ObjectType({ description: 'Where a member stands with a company’s moderation; for its moderators.' })
export class MemberStanding {
  @Field(() => Int, { description: 'Their level of trust.' })
  trustLevel!: number;

  @Field({ description: 'Whether a manager has fixed it, so that it does not follow the rules.' })
  trustFixed!: boolean;

  @Field(() => [Sanction], {
    description: 'What they have to bear, and had to: the latest first, 50 at most.',
    complexity: 50,
  })
  sanctions!: Sanction[];
}
