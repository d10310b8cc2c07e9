import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { CompanyPromiseLoader } from './company-promise.loader.js';
import { CompanyPromiseResolver } from './company-promise.resolver.js';
import { InsightsQueries } from './insights.queries.js';
import { ChallengeInsightResolver, InsightsResolver } from './insights.resolver.js';
import { InsightsService } from './insights.service.js';
import { ParticipationService } from './participation.service.js';

/** What a company's community has done, in numbers. Reads only. */
@Module({
  imports: [CompaniesModule, ChallengesModule],
  providers: [
    CompanyPromiseLoader,
    CompanyPromiseResolver,
    InsightsQueries,
    InsightsService,
    ParticipationService,
    InsightsResolver,
    ChallengeInsightResolver,
  ],
})
export class InsightsModule {}
