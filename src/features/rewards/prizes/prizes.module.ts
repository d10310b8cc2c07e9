import { Module } from '@nestjs/common';
import { Sealer } from '../../../shared/crypto/sealed.js';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ChallengesModule } from '../../challenges/challenges.module.js';
import { CompaniesModule } from '../../companies/companies.module.js';
import { IdeasModule } from '../../ideas/ideas.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ClaimActs } from './claims/claim-acts.js';
import { ClaimDesk } from './claims/claim-desk.service.js';
import { ClaimJobs } from './claims/claim.jobs.js';
import { ClaimWriter } from './claims/claim-writer.js';
import { ClaimsExport } from './claims/claims-export.service.js';
import { ClaimsExportController } from './claims/claims-export.controller.js';
import { ClaimsQueries } from './claims/claims.queries.js';
import { ClaimDeskResolver, ClaimFieldsResolver, MyClaimsResolver } from './claims/claims.resolver.js';
import { ClaimsService } from './claims/claims.service.js';
import { PrizePool } from './prize-pool.service.js';
import { AuthorShareResolver, SharesResolver } from './shares/shares.resolver.js';
import { SharesService } from './shares/shares.service.js';
import { AnnouncementService } from './winners/announcement.service.js';
import { Announcing } from './winners/announcing.js';
import { Judgement } from './winners/judgement.js';
import { DeskJuryResolver, JuryChoiceResolver, JuryResolver } from './winners/jury.resolver.js';
import { JuryService } from './winners/jury.service.js';
import { Revocations } from './winners/revocations.service.js';
import { WinnerDeskService } from './winners/winner-desk.service.js';
import {
  JuryPicksLoader,
  OwnPicksLoader,
  PrizeLoader,
  PublicWinnersLoader,
  PublicWinsLoader,
  WinnerLoader,
} from './winners/winners.loader.js';
import { WinnersQueries } from './winners/winners.queries.js';
import {
  AwardedChallengeResolver,
  ChallengeWinnersResolver,
  IdeaWinsResolver,
  WinnerProposalResolver,
  WinnerResolver,
  WinnersResolver,
} from './winners/winners.resolver.js';
import { WinnerActs } from './winners/winner-acts.js';
import { WinnersService } from './winners/winners.service.js';

const WINNERS = [
  ...[WinnersQueries, Judgement, Announcing, AnnouncementService, WinnerActs, WinnersService, WinnerDeskService],
  ...[JuryService, Revocations, PrizeLoader, WinnerLoader, PublicWinnersLoader, PublicWinsLoader],
  ...[OwnPicksLoader, JuryPicksLoader],
  ...[WinnersResolver, WinnerResolver, WinnerProposalResolver, AwardedChallengeResolver, ChallengeWinnersResolver],
  ...[IdeaWinsResolver, JuryResolver, DeskJuryResolver, JuryChoiceResolver],
];
const CLAIMS = [
  ...[ClaimsQueries, ClaimWriter, ClaimsService, ClaimActs, ClaimDesk, ClaimJobs, ClaimsExport],
  ...[MyClaimsResolver, ClaimDeskResolver, ClaimFieldsResolver],
];

/** What a challenge promised: who wins it, and how it reaches them. */
@Module({
  imports: [AccountsModule, CompaniesModule, ChallengesModule, IdeasModule, LedgerModule],
  controllers: [ClaimsExportController],
  providers: [Sealer, PrizePool, ...WINNERS, ...CLAIMS, SharesService, SharesResolver, AuthorShareResolver],
})
export class PrizesModule {}
