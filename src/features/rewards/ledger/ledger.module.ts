import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ErasedPoints } from './erased-points.service.js';
import { LedgerQueries } from './ledger.queries.js';
import { LedgerService } from './ledger.service.js';

@Module({
  imports: [AccountsModule],
  providers: [LedgerQueries, LedgerService, ErasedPoints],
  exports: [LedgerService, ErasedPoints],
})
export class LedgerModule {}
