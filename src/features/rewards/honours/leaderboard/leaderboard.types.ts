import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Matches } from 'class-validator';
import { connectionOf, PageArgs } from '../../../../shared/graphql/connection.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { Level } from '../levels/level.type.js';

/** Of which time a leaderboard is. */
export enum LeaderboardPeriod {
  ALL = 'ALL',
  MONTH = 'MONTH',
}
registerEnumType(LeaderboardPeriod, {
  name: 'LeaderboardPeriod',
  description: 'Of which time a leaderboard is.',
  valuesMap: {
    ALL: { description: 'Of all time.' },
    MONTH: { description: 'Of one month (UTC).' },
  },
});

@ArgsType()
export class LeaderboardArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => LeaderboardPeriod, {
    nullable: true,
    defaultValue: LeaderboardPeriod.ALL,
    description: 'Of which time; a challenge’s is of all of it.',
  })
  @IsOptional()
  @IsEnum(LeaderboardPeriod)
  period: LeaderboardPeriod | null = LeaderboardPeriod.ALL;

  @Field(() => String, { nullable: true, description: 'The month, as 2026-11; this one where absent.' })
  @IsOptional()
  @Matches(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/)
  month?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was earned in this challenge.' })
  @IsOptional()
  @IsId()
  challengeId?: string | null;
}

@ObjectType({ description: 'Where a member stands on a leaderboard.' })
export class LeaderboardEntry {
  userId!: string;
  /** as it is stored: what the level is read from */
  contribution!: number;

  @Field(() => Int, { description: 'Their rank. Who has the same points has the same rank: 1, 1, 3.' })
  rank!: number;

  @Field(() => Int, {
    description:
      'Their points there: what they earned, but for reports of what breaks a rule, also where it was spent since.',
  })
  points!: number;

  @Field(() => Level, { description: 'Their level now.' })
  level!: Level;
}

@ObjectType({ description: 'A page of a leaderboard.' })
export class LeaderboardEntryConnection extends connectionOf(() => LeaderboardEntry, 'LeaderboardEntry') {
  companyId!: string;
  scope!: string;

  @Field({ description: 'Whether the viewer is on no leaderboard here, as they asked.' })
  viewerOptedOut!: boolean;
}
