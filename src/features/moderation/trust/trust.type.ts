import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { HIGHEST, TrustNeedKind } from './trust.policy.js';

registerEnumType(TrustNeedKind, {
  name: 'TrustNeedKind',
  description: 'What a level of trust asks for.',
  valuesMap: {
    ACTIVE_DAYS: { description: 'Days on which they opened an idea of somebody else’s.' },
    IDEAS_READ: { description: 'Ideas that they opened, 50 a day at most.' },
    ACCEPTED_POSTS: { description: 'Ideas and comments of theirs that are public.' },
    APPRECIATIONS: { description: 'Support of their ideas, and appreciation of their comments.' },
    RULES_BROKEN: { description: 'Times in 90 days that moderators found a rule broken; at most so many.' },
    WRONG_FLAGS: {
      description:
        'Of their reports that moderators decided in 90 days, how many more were rejected than upheld; at most so many.',
    },
    RECENT_ACTIVE_DAYS: { description: 'Of the last 100 days, those on which they opened an idea.' },
    RECENT_ACCEPTED_POSTS: { description: 'Ideas and comments of the last 100 days that are public.' },
  },
});

@ArgsType()
export class TrustProgressArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ObjectType('TrustNeed', { description: 'One thing that the next level of trust asks for.' })
export class TrustNeedType {
  @Field(() => TrustNeedKind, { description: 'What is asked for.' })
  need!: TrustNeedKind;

  @Field(() => Int, { description: 'How much of it there is.' })
  have!: number;

  @Field(() => Int, { description: 'How much of it is asked for.' })
  wanted!: number;

  @Field({ description: 'Whether that is the most, rather than the least.' })
  atMost!: boolean;

  @Field({ description: 'Whether it is fulfilled.' })
  met!: boolean;
}

@ObjectType({
  description: 'How far a member has come with a company, and what is missing to the next level of trust.',
})
export class TrustProgress {
  @Field(() => Int, { description: 'Their level, 0 (newcomer) to 3.' })
  level!: number;

  @Field({ description: 'Whether a manager has fixed it, so that it does not follow the rules.' })
  fixed!: boolean;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When they lose it, unless they come back to what it asks for; null when they do not.',
  })
  fallsAt!: Date | null;

  @Field(() => [TrustNeedType], {
    description: 'What the next level asks for; nothing at the highest, for staff, and where it is fixed.',
    complexity: 8,
  })
  needs!: TrustNeedType[];
}

@InputType({ description: 'Fixes a member’s level of trust, or leaves it to the rules again.' })
export class FixTrustLevelInput {
  @Field(() => ID, { description: 'The membership.' })
  @IsId()
  membershipId!: string;

  @Field(() => Int, { nullable: true, description: 'The level from now on, 0 to 3; null: as the rules say.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(HIGHEST)
  level?: number | null;
}
