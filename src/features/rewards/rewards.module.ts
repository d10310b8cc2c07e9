import { Module } from '@nestjs/common';
import { FairPlayModule } from './fair-play/fair-play.module.js';
import { GiftsModule } from './gifts/gifts.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { ScoresModule } from './scores/scores.module.js';

/** What those who help are given, each point of it explained. */
@Module({ imports: [LedgerModule, ScoresModule, GiftsModule, FairPlayModule] })
export class RewardsModule {}
