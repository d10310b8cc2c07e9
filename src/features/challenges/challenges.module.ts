import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { ChallengeFieldsResolver } from './challenge-fields.resolver.js';
import { ChallengeExtensionResolver, ChallengePartsResolver } from './challenge-parts.resolver.js';
import { ChallengeLoader, CriteriaLoader, ExtensionsLoader, PhasesLoader, PrizesLoader } from './challenge.loader.js';
import { ChallengePromise } from './challenge-promise.service.js';
import { ChallengesQueries } from './challenges.queries.js';
import { ChallengesResolver } from './challenges.resolver.js';
import { ChallengesService } from './challenges.service.js';
import { ChallengeClock } from './clock/challenge-clock.service.js';
import { ChallengeDesk } from './manage/challenge-desk.service.js';
import { EditChallengeService } from './manage/edit-challenge.service.js';
import { RunChallengeService } from './manage/run-challenge.service.js';
import { AcceptedTermsLoader } from './terms-acceptance.loader.js';

/** Challenges: drafted and run by managers, in phases that decide what the community may do. */
@Module({
  imports: [AccountsModule, CompaniesModule],
  providers: [
    ChallengesService,
    ChallengePromise,
    ChallengesQueries,
    ChallengeDesk,
    EditChallengeService,
    RunChallengeService,
    ChallengeClock,
    ChallengeLoader,
    PhasesLoader,
    PrizesLoader,
    CriteriaLoader,
    ExtensionsLoader,
    AcceptedTermsLoader,
    ChallengesResolver,
    ChallengeFieldsResolver,
    ChallengePartsResolver,
    ChallengeExtensionResolver,
  ],
  exports: [ChallengesService, ChallengePromise, ChallengeLoader, PhasesLoader],
})
export class ChallengesModule {}
