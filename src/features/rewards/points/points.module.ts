import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ChallengesModule } from '../../challenges/challenges.module.js';
import { CommentsModule } from '../../comments/comments.module.js';
import { CompaniesModule } from '../../companies/companies.module.js';
import { IdeasModule } from '../../ideas/ideas.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { GiftsModule } from '../gifts/gifts.module.js';
import { HonoursModule } from '../honours/honours.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ScoresModule } from '../scores/scores.module.js';
import { BudgetService } from './manage/budget.service.js';
import { ItemAwardsService } from './manage/item-awards.service.js';
import { LedgerExportController } from './manage/ledger-export.controller.js';
import { LedgerExport } from './manage/ledger-export.service.js';
import { ItemAwardResolver, PointsDeskResolver, SimulatedMemberResolver } from './manage/points-desk.resolver.js';
import { SimulationService } from './manage/simulation.service.js';
import { RewardRulesResolver } from './rules/reward-rules.resolver.js';
import { RewardRulesService } from './rules/reward-rules.service.js';
import { AuthorParts } from './settlement/author-parts.service.js';
import { AwardBook } from './settlement/award-book.service.js';
import { CommentFacts } from './settlement/comment-facts.service.js';
import { ExclusionJobs } from './settlement/exclusion.jobs.js';
import { FlagFacts } from './settlement/flag-facts.service.js';
import { IdeaFacts } from './settlement/idea-facts.service.js';
import { MovedAwards } from './settlement/moved-awards.service.js';
import { SettleEverything } from './settlement/settle-everything.service.js';
import { SettlementJobs } from './settlement/settlement.jobs.js';
import { SettlementQueries } from './settlement/settlement.queries.js';
import { SettlementService } from './settlement/settlement.service.js';
import { Settling } from './settlement/settling.service.js';
import { VoteSweep } from './settlement/vote-sweep.service.js';
import { VerifyAwardsService } from './verify-awards.service.js';
import { ExpiryService } from './wallet/expiry.service.js';
import { WalletQueries } from './wallet/wallet.queries.js';
import { WalletLineResolver, WalletResolver } from './wallet/wallet.resolver.js';
import { WalletService } from './wallet/wallet.service.js';

const rules = [RewardRulesService, RewardRulesResolver];
const settlement = [
  ...[SettlementQueries, AwardBook, SettlementService, AuthorParts, IdeaFacts, CommentFacts, FlagFacts, Settling],
  ...[SettlementJobs, MovedAwards, VoteSweep, SettleEverything, ExclusionJobs, VerifyAwardsService],
];
const wallet = [WalletQueries, WalletService, WalletResolver, WalletLineResolver, ExpiryService];
const desk = [
  ...[BudgetService, SimulationService, ItemAwardsService, LedgerExport],
  ...[PointsDeskResolver, ItemAwardResolver, SimulatedMemberResolver],
];

/** What earns points, what has earned them, and what members and staff see of that. */
@Module({
  imports: [
    AccountsModule,
    CompaniesModule,
    ChallengesModule,
    IdeasModule,
    CommentsModule,
    LedgerModule,
    ScoresModule,
    CatalogueModule,
    GiftsModule,
    HonoursModule,
  ],
  controllers: [LedgerExportController],
  providers: [...rules, ...settlement, ...wallet, ...desk],
  exports: [SettleEverything],
})
export class PointsModule {}
