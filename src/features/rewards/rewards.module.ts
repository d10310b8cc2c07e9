import { Module } from '@nestjs/common';
import { Sealer } from '../../shared/crypto/sealed.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { FairPlayModule } from './fair-play/fair-play.module.js';
import { GiftsModule } from './gifts/gifts.module.js';
import { HonoursModule } from './honours/honours.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { PointsModule } from './points/points.module.js';
import { PrizesModule } from './prizes/prizes.module.js';
import { Reseal } from './reseal.service.js';
import { ScoresModule } from './scores/scores.module.js';

/** What those who help are given, each point of it explained. */
@Module({
  imports: [
    CatalogueModule,
    FairPlayModule,
    GiftsModule,
    HonoursModule,
    LedgerModule,
    PointsModule,
    PrizesModule,
    ScoresModule,
  ],
  providers: [Sealer, Reseal],
})
export class RewardsModule {}
