import { Global, Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeasModule } from '../ideas/ideas.module.js';
import { ReaderLog } from '../ideas/reading/reader-log.port.js';
import { ReviewDesk } from '../ideas/review-desk.port.js';
import { AppealDesk } from './appeals/appeal-desk.js';
import { AppealFilesLoader, AppealLoader, AppealsQueries } from './appeals/appeals.queries.js';
import { AppealsResolver, DecisionAppealResolver } from './appeals/appeals.resolver.js';
import { AppealsService } from './appeals/appeals.service.js';
import { DecisionLoader, DecisionsQueries, ReviewDecisionsLoader } from './decisions/decisions.queries.js';
import { DecisionsResolver, ReviewDecisionsResolver } from './decisions/decisions.resolver.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { DecisionWriter } from './decisions/decision-writer.js';
import { ItemEffects } from './decisions/item-effects.service.js';
import { LogQueries } from './log/log.queries.js';
import { LogResolver } from './log/log.resolver.js';
import { ModerationLog } from './log/moderation-log.service.js';
import { AuthorRecordLoader } from './reviews/author-record.loader.js';
import { QueuedReviewDesk } from './reviews/review-desk.service.js';
import { ReviewFieldsResolver } from './reviews/review-fields.resolver.js';
import { ReviewsQueries } from './reviews/reviews.queries.js';
import { ReviewsResolver } from './reviews/reviews.resolver.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { RuleLoader } from './reviews/rule.loader.js';
import { SanctionAdviceService } from './sanctions/sanction-advice.service.js';
import { SanctionLoader } from './sanctions/sanction.loader.js';
import { DecisionSanctionResolver, EvasionSignalResolver, SanctionsResolver } from './sanctions/sanctions.resolver.js';
import { SanctionsService } from './sanctions/sanctions.service.js';
import { ReadingLog } from './trust/reading-log.service.js';
import { Networks } from './trust/networks.js';
import { TrustJobs } from './trust/trust.jobs.js';
import { TrustQueries } from './trust/trust.queries.js';
import { TrustResolver } from './trust/trust.resolver.js';
import { TrustService } from './trust/trust.service.js';

const TRUST = [Networks, TrustService, TrustQueries, TrustJobs, TrustResolver];
const SANCTIONS = [
  SanctionsService,
  SanctionAdviceService,
  SanctionLoader,
  SanctionsResolver,
  DecisionSanctionResolver,
  EvasionSignalResolver,
];
const REVIEWS = [ReviewsService, ReviewsQueries, RuleLoader, AuthorRecordLoader, ReviewsResolver, ReviewFieldsResolver];
const DECISIONS = [
  DecisionsService,
  DecisionsQueries,
  DecisionLoader,
  DecisionWriter,
  ItemEffects,
  ReviewDecisionsLoader,
  DecisionsResolver,
  ReviewDecisionsResolver,
];
const APPEALS = [
  AppealDesk,
  AppealsService,
  AppealsQueries,
  AppealLoader,
  AppealFilesLoader,
  AppealsResolver,
  DecisionAppealResolver,
];
const LOG = [ModerationLog, LogQueries, LogResolver];

/** Reviews of what is held or reported, decisions about it, and the public log of them. Global, so that ideas and comments find its desk. */
@Global()
@Module({
  imports: [AccountsModule, CompaniesModule, IdeasModule, CommentsModule],
  providers: [
    ...REVIEWS,
    ...DECISIONS,
    ...APPEALS,
    ...SANCTIONS,
    ...TRUST,
    ...LOG,
    { provide: ReviewDesk, useClass: QueuedReviewDesk },
    { provide: ReaderLog, useClass: ReadingLog },
  ],
  exports: [ReviewDesk, ReaderLog],
})
export class ModerationModule {}
