import { Module } from '@nestjs/common';
import { GiftsModule } from './gifts/gifts.module.js';
import { HonoursModule } from './honours/honours.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { ScoresModule } from './scores/scores.module.js';

/** What those who help are given, each point of it explained. */
@Module({ imports: [LedgerModule, ScoresModule, HonoursModule, GiftsModule] })
export class RewardsModule {}
