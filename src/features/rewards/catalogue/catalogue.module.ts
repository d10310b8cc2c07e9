import { Module } from '@nestjs/common';
import { Sealer } from '../../../shared/crypto/sealed.js';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CompaniesModule } from '../../companies/companies.module.js';
import { HonoursModule } from '../honours/honours.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { CodeLoader, MeansLoader, RedeemedLoader, RewardLoader } from './catalogue.loader.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CatalogueService } from './catalogue.service.js';
import { Deliveries } from './redemptions/deliveries.service.js';
import { OwnRedemptions } from './redemptions/own-redemptions.service.js';
import { Redeemers } from './redemptions/redeemers.service.js';
import { RedeemService } from './redemptions/redeem.service.js';
import { RedemptionDesk } from './redemptions/redemption-desk.service.js';
import { RedemptionExportController } from './redemptions/redemption-export.controller.js';
import { RedemptionExport } from './redemptions/redemption-export.service.js';
import { RedemptionWriter } from './redemptions/redemption-writer.js';
import { RedemptionsQueries } from './redemptions/redemptions.queries.js';
import {
  OwnRedemptionsResolver,
  RedemptionDeskResolver,
  RedemptionFieldsResolver,
} from './redemptions/redemptions.resolver.js';
import { RewardCodes } from './reward-codes.service.js';
import { RewardDesk } from './reward-desk.service.js';
import { RewardFieldsResolver, RewardsResolver } from './rewards.resolver.js';
import { ViewerBars } from './viewer-bars.service.js';

/** What members get for their points. */
@Module({
  imports: [AccountsModule, CompaniesModule, LedgerModule, HonoursModule],
  controllers: [RedemptionExportController],
  providers: [
    Sealer,
    CatalogueService,
    CatalogueQueries,
    RewardDesk,
    RewardCodes,
    ViewerBars,
    RewardsResolver,
    RewardFieldsResolver,
    Redeemers,
    RedeemService,
    OwnRedemptions,
    RedemptionDesk,
    RedemptionWriter,
    RedemptionsQueries,
    RedemptionExport,
    Deliveries,
    OwnRedemptionsResolver,
    RedemptionDeskResolver,
    RedemptionFieldsResolver,
    RewardLoader,
    MeansLoader,
    RedeemedLoader,
    CodeLoader,
  ],
  exports: [CatalogueService, RewardLoader],
})
export class CatalogueModule {}
