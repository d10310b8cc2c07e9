import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ChallengesModule } from '../../challenges/challenges.module.js';
import { CompaniesModule } from '../../companies/companies.module.js';
import { IdeasModule } from '../../ideas/ideas.module.js';
import { FairPlayQueries } from './fair-play.queries.js';
import {
  FairPlayResolver,
  FairPlaySignalResolver,
  IdeaVotesRangeResolver,
  MemberPointsRangeResolver,
} from './fair-play.resolver.js';
import { FairPlayService } from './fair-play.service.js';
import { Findings } from './findings.service.js';
import { PointsRangeQueries } from './points-range.queries.js';
import { Standings } from './standings.service.js';

/** Hints at farming and collusion. Reads only: what follows is a decision of moderation. */
@Module({
  imports: [AccountsModule, CompaniesModule, ChallengesModule, IdeasModule],
  providers: [
    FairPlayQueries,
    Findings,
    PointsRangeQueries,
    Standings,
    FairPlayService,
    FairPlayResolver,
    FairPlaySignalResolver,
    IdeaVotesRangeResolver,
    MemberPointsRangeResolver,
  ],
})
export class FairPlayModule {}
