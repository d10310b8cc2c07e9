import { Module } from '@nestjs/common';
import { LedgerModule } from './ledger/ledger.module.js';
import { PrizesModule } from './prizes/prizes.module.js';
import { ScoresModule } from './scores/scores.module.js';

/** What those who help are given, each point of it explained. */
@Module({ imports: [LedgerModule, PrizesModule, ScoresModule] })
export class RewardsModule {}
