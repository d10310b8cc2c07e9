import { Module } from '@nestjs/common';
import { LedgerQueries } from './ledger.queries.js';
import { LedgerService } from './ledger.service.js';

@Module({ providers: [LedgerQueries, LedgerService], exports: [LedgerService] })
export class LedgerModule {}
