import { Global, Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ProfileScreening } from '../accounts/profile-screening.port.js';
import { CommentsModule } from '../comments/comments.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeasModule } from '../ideas/ideas.module.js';
import { ReaderLog } from '../ideas/reading/reader-log.port.js';
import { AutomaticActs } from '../ideas/automatic-acts.port.js';
import { ReviewDesk } from '../ideas/review-desk.port.js';
import { Screening } from '../ideas/screening.port.js';
import { OverdueJobs } from './alerts/overdue.jobs.js';
import { AppealBarLoader } from './appeals/appeal-bar.js';
import { AppealStaffResolver } from './appeals/appeal-staff.resolver.js';
import { VotesModule } from '../votes/votes.module.js';
import { AppealDesk } from './appeals/appeal-desk.js';
import { AppealFilesLoader, AppealLoader, AppealsQueries } from './appeals/appeals.queries.js';
import { AppealsResolver, DecisionAppealResolver } from './appeals/appeals.resolver.js';
import { AppealsService } from './appeals/appeals.service.js';
import { ComplaintLoader } from './appeals/complaints.loader.js';
import { FlagComplaintResolver, NoticeComplaintResolver } from './appeals/complaints.resolver.js';
import { ComplaintsService } from './appeals/complaints.service.js';
import { DecisionLoader, DecisionsQueries, ReviewDecisionsLoader } from './decisions/decisions.queries.js';
import { BulkDecisionsResolver } from './decisions/bulk.resolver.js';
import { BulkDecisions } from './decisions/bulk-decisions.service.js';
import { DecisionsResolver, ReviewDecisionsResolver } from './decisions/decisions.resolver.js';
import { AutomaticDecisions } from './decisions/automatic-decisions.service.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { DecisionWriter } from './decisions/decision-writer.js';
import { CommentEffects } from './decisions/comment-effects.service.js';
import { IdeaEffects } from './decisions/idea-effects.service.js';
import { IdeaMerging } from './decisions/idea-merging.service.js';
import { ScreenedPosts } from './screening/screened-posts.service.js';
import { ItemEffects } from './decisions/item-effects.service.js';
import { AutomaticHiding } from './flags/automatic-hiding.service.js';
import { FlagBook } from './flags/flag-book.service.js';
import { FlagWriter } from './flags/flag-writer.js';
import { FlagLoader, ReviewFlagsLoader } from './flags/flags.loader.js';
import { FlagsResolver, ReviewFlagsResolver } from './flags/flags.resolver.js';
import { FlagsService, FlagWithdrawal } from './flags/flags.service.js';
import { LogController } from './log/log.controller.js';
import { LogJobs } from './log/log.jobs.js';
import { LogPages } from './log/log-pages.js';
import { LogQueries } from './log/log.queries.js';
import { LogResolver } from './log/log.resolver.js';
import { ModerationLog } from './log/moderation-log.service.js';
import { NoticeLog } from './log/notice-log.js';
import { LogCompanies } from './log/log-companies.js';
import { NoticeWriter } from './notices/notice-writer.js';
import { ViewerFlagResolver } from './flags/viewer-flag.resolver.js';
import { NoticeOutcomes } from './notices/notice-outcomes.js';
import { MemberStandingResolver } from './members/member-standing.resolver.js';
import { MemberStandingService } from './members/member-standing.service.js';
import { NoticesQueries } from './notices/notices.queries.js';
import { NoticesResolver } from './notices/notices.resolver.js';
import { NoticesService } from './notices/notices.service.js';
import { OverturnsQueries } from './report/overturns.queries.js';
import { ReportController } from './report/report.controller.js';
import { ReportQueries } from './report/report.queries.js';
import { ReportResolver } from './report/report.resolver.js';
import { ReportService } from './report/report.service.js';
import { AuthorRecordLoader } from './reviews/author-record.loader.js';
import { ClaimsService } from './reviews/claims.service.js';
import { QueuedReviewDesk } from './reviews/review-desk.service.js';
import { ErasedProfiles } from './reviews/erased-profiles.service.js';
import { ReviewFieldsResolver, ReviewTurnResolver } from './reviews/review-fields.resolver.js';
import { ReviewOfDecisionLoader } from './reviews/review.loader.js';
import { ReviewPriority } from './reviews/review-priority.service.js';
import { ReviewedItems } from './reviews/reviewed-items.service.js';
import { ReviewsQueries } from './reviews/reviews.queries.js';
import { ReviewsResolver } from './reviews/reviews.resolver.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { RuleLoader } from './reviews/rule.loader.js';
import { SanctionAdviceService } from './sanctions/sanction-advice.service.js';
import { SanctionLoader } from './sanctions/sanction.loader.js';
import { DecisionSanctionResolver, EvasionSignalResolver, SanctionsResolver } from './sanctions/sanctions.resolver.js';
import { SanctionsService } from './sanctions/sanctions.service.js';
import { SpamTrainer } from './screening/learning/spam-trainer.service.js';
import { MemberScreening } from './screening/profile-screening.service.js';
import { ReviewReasonsLoader } from './screening/review-reasons.loader.js';
import { ReviewReasonsResolver } from './screening/review-reasons.resolver.js';
import { ScreeningConfigs } from './screening/screening-configs.js';
import { ScreeningQueries } from './screening/screening.queries.js';
import { ScreeningService } from './screening/screening.service.js';
import { ScreeningSettingsResolver } from './screening/settings/screening-settings.resolver.js';
import { ScreeningSettingsService } from './screening/settings/screening-settings.service.js';
import { StandingQueries } from './standing/standing.queries.js';
import { StandingResolver } from './standing/standing.resolver.js';
import { StatementsResolver } from './statements/statements.resolver.js';
import { StatementLoader, Statements } from './statements/statements.service.js';
import { CommentTraceLoader, TracesQueries } from './traces/traces.queries.js';
import { TracesResolver } from './traces/traces.resolver.js';
import { ReadingLog } from './trust/reading-log.service.js';
import { Networks } from './trust/networks.js';
import { TrustJobs } from './trust/trust.jobs.js';
import { TrustQueries } from './trust/trust.queries.js';
import { TrustResolver } from './trust/trust.resolver.js';
import { TrustService } from './trust/trust.service.js';

/** What those whom decisions concern read of them, and the public. */
const TOLD = [
  Statements,
  StatementLoader,
  StatementsResolver,
  TracesQueries,
  CommentTraceLoader,
  TracesResolver,
  StandingQueries,
  StandingResolver,
  ViewerFlagResolver,
];
const TRUST = [Networks, TrustService, TrustQueries, TrustJobs, TrustResolver];
const SANCTIONS = [
  MemberStandingService,
  MemberStandingResolver,
  SanctionsService,
  SanctionAdviceService,
  SanctionLoader,
  SanctionsResolver,
  DecisionSanctionResolver,
  EvasionSignalResolver,
];
const REVIEWS = [
  ErasedProfiles,
  ReviewsService,
  ReviewedItems,
  ReviewsQueries,
  ReviewPriority,
  ClaimsService,
  RuleLoader,
  AuthorRecordLoader,
  ReviewsResolver,
  ReviewFieldsResolver,
  ReviewTurnResolver,
];
const FLAGS = [
  FlagBook,
  FlagWriter,
  FlagsService,
  FlagWithdrawal,
  AutomaticHiding,
  FlagLoader,
  ReviewFlagsLoader,
  FlagsResolver,
  ReviewFlagsResolver,
];
const NOTICES = [NoticeOutcomes, NoticesService, NoticeWriter, NoticesQueries, NoticesResolver];
const DECISIONS = [
  DecisionsService,
  DecisionsQueries,
  DecisionLoader,
  AutomaticDecisions,
  DecisionWriter,
  ItemEffects,
  IdeaEffects,
  IdeaMerging,
  CommentEffects,
  ReviewDecisionsLoader,
  DecisionsResolver,
  ReviewDecisionsResolver,
  BulkDecisions,
  BulkDecisionsResolver,
];
const APPEALS = [
  AppealDesk,
  AppealsService,
  AppealsQueries,
  AppealLoader,
  AppealFilesLoader,
  AppealBarLoader,
  AppealStaffResolver,
  ReviewOfDecisionLoader,
  AppealsResolver,
  DecisionAppealResolver,
  ComplaintsService,
  ComplaintLoader,
  NoticeComplaintResolver,
  FlagComplaintResolver,
];
const LOG = [ModerationLog, NoticeLog, LogQueries, LogResolver, LogJobs, LogPages, LogCompanies];
const REPORT = [ReportService, ReportQueries, OverturnsQueries, ReportResolver];
const SCREENING = [
  ScreeningConfigs,
  ScreeningQueries,
  SpamTrainer,
  ReviewReasonsLoader,
  ReviewReasonsResolver,
  ScreeningSettingsService,
  ScreeningSettingsResolver,
];
const PORTS = [
  { provide: ReviewDesk, useClass: QueuedReviewDesk },
  { provide: AutomaticActs, useClass: ScreenedPosts },
  { provide: Screening, useClass: ScreeningService },
  { provide: ProfileScreening, useClass: MemberScreening },
  { provide: ReaderLog, useClass: ReadingLog },
];

/** Reviews of what is held or reported, decisions about it, and the public log of them. Global, so that ideas and comments find its desk and have it screen what they take in. */
@Global()
@Module({
  imports: [AccountsModule, CompaniesModule, IdeasModule, CommentsModule, VotesModule],
  controllers: [LogController, ReportController],
  providers: [
    ...REVIEWS,
    ...FLAGS,
    ...NOTICES,
    ...DECISIONS,
    ...APPEALS,
    ...SANCTIONS,
    ...TRUST,
    ...LOG,
    ...REPORT,
    ...TOLD,
    ...SCREENING,
    OverdueJobs,
    ...PORTS,
  ],
  exports: [ReviewDesk, AutomaticActs, Screening, ProfileScreening, ReaderLog, Statements],
})
export class ModerationModule {}
