import { ArgsType, Field, ID, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsNotEmpty, IsOptional, MaxLength, ValidateIf } from 'class-validator';
import { PageArgs } from '../../shared/graphql/connection.js';
import { IsId } from '../../shared/graphql/is-id.js';
import { Line } from '../../shared/text/clean.js';

/** Which challenges to list. */
export enum ChallengeList {
  OPEN = 'OPEN',
  UPCOMING = 'UPCOMING',
  PAST = 'PAST',
  MINE = 'MINE',
  DRAFTS = 'DRAFTS',
}
registerEnumType(ChallengeList, {
  name: 'ChallengeList',
  description: 'Which challenges to list.',
  valuesMap: {
    OPEN: { description: 'Those that run now; which ends first comes first.' },
    UPCOMING: { description: 'Those that are announced; which starts first comes first.' },
    PAST: { description: 'Those that are over, the last ended first. Archived ones are listed to managers only.' },
    MINE: { description: 'Those where the viewer has an idea, a vote or a comment; which ends last comes first.' },
    DRAFTS: { description: 'Drafts and scheduled ones of companies that the viewer manages, the newest first.' },
  },
});

@ArgsType()
export class ChallengeScopeArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this company; without it, of every company that the viewer sees.',
  })
  @IsOptional()
  @IsId()
  companyId?: string | null;
}

@ArgsType()
export class ListChallengesArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this company; without it, of every company that the viewer sees.',
  })
  @IsOptional()
  @IsId()
  companyId?: string | null;

  @Field(() => ChallengeList, { description: 'Which ones.' })
  @IsEnum(ChallengeList)
  list!: ChallengeList;
}

@ArgsType()
export class ChallengeArgs {
  @Field(() => ID, { nullable: true, description: 'Its id; or both slugs.' })
  @IsOptional()
  @IsId()
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The company’s slug.' })
  @Line()
  @ValidateIf(({ id }: ChallengeArgs) => id == null)
  @IsNotEmpty()
  @MaxLength(100)
  companySlug?: string | null;

  @Field(() => String, { nullable: true, description: 'The challenge’s slug.' })
  @Line()
  @ValidateIf(({ id }: ChallengeArgs) => id == null)
  @IsNotEmpty()
  @MaxLength(100)
  slug?: string | null;
}
