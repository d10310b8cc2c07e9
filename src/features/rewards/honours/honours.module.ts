import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ChallengesModule } from '../../challenges/challenges.module.js';
import { CompaniesModule } from '../../companies/companies.module.js';
import { IdeasModule } from '../../ideas/ideas.module.js';
import { BadgeEditing } from './badges/badge-editing.service.js';
import { BadgeFieldsResolver } from './badges/badge-fields.resolver.js';
import { BadgeGranting } from './badges/badge-granting.service.js';
import { BadgeLoader, OwnHoldingLoader } from './badges/badge.loader.js';
import { BadgesQueries } from './badges/badges.queries.js';
import { BadgesResolver } from './badges/badges.resolver.js';
import { BadgesService } from './badges/badges.service.js';
import { LeaderboardQueries } from './leaderboard/leaderboard.queries.js';
import { LeaderboardEntryResolver, LeaderboardResolver } from './leaderboard/leaderboard.resolver.js';
import { LeaderboardService } from './leaderboard/leaderboard.service.js';
import { LevelsService } from './levels/levels.service.js';
import { MemberHonoursResolver, UserHonoursResolver, ViewerHonoursResolver } from './own/honours.resolver.js';
import { MemberHonoursLoader } from './own/member-honours.loader.js';
import { ViewerHonoursService } from './own/viewer-honours.service.js';
import { FactsQueries } from './settling/facts.queries.js';
import { HonoursJobs } from './settling/honours.jobs.js';
import { HonoursQueue } from './settling/honours-queue.service.js';

/** Levels, badges and leaderboards: what members have come to. */
@Module({
  imports: [AccountsModule, CompaniesModule, ChallengesModule, IdeasModule],
  providers: [
    FactsQueries,
    HonoursQueue,
    HonoursJobs,
    LevelsService,
    BadgeGranting,
    BadgesService,
    BadgeEditing,
    BadgesQueries,
    BadgeLoader,
    OwnHoldingLoader,
    BadgesResolver,
    BadgeFieldsResolver,
    ViewerHonoursService,
    ViewerHonoursResolver,
    MemberHonoursLoader,
    UserHonoursResolver,
    MemberHonoursResolver,
    LeaderboardQueries,
    LeaderboardService,
    LeaderboardResolver,
    LeaderboardEntryResolver,
  ],
  exports: [HonoursQueue, LevelsService, BadgeGranting, BadgesService, BadgeLoader],
})
export class HonoursModule {}
