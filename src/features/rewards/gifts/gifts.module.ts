import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CommentsModule } from '../../comments/comments.module.js';
import { CompaniesModule } from '../../companies/companies.module.js';
import { IdeasModule } from '../../ideas/ideas.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { HonoursModule } from '../honours/honours.module.js';
import { GiftBook } from './gift-book.js';
import { GiftBudgets } from './gift-budgets.service.js';
import { GiftErasure } from './gift-erasure.js';
import { GiftExportController } from './gift-export.controller.js';
import { GiftExport } from './gift-export.service.js';
import { GiftFieldsResolver } from './gift-fields.resolver.js';
import { GiftGoods } from './gift-goods.service.js';
import { GiftGoodsResolver } from './gift-goods.resolver.js';
import { GiftPeople } from './gift-people.service.js';
import { GiftLoader } from './gifts.loader.js';
import { GiftsQueries } from './gifts.queries.js';
import { GiftsResolver } from './gifts.resolver.js';
import { GiftsService } from './gifts.service.js';
import { ThanksQueries } from './thanks.queries.js';
import { ThanksResolver } from './thanks.resolver.js';
import { ThanksService } from './thanks.service.js';

/** What the staff give members, with a note, and whom they may thank. */
@Module({
  imports: [AccountsModule, CompaniesModule, IdeasModule, CommentsModule, LedgerModule, HonoursModule, CatalogueModule],
  controllers: [GiftExportController],
  providers: [
    GiftPeople,
    GiftBudgets,
    GiftGoods,
    GiftBook,
    GiftsService,
    GiftsQueries,
    GiftLoader,
    GiftErasure,
    GiftExport,
    ThanksQueries,
    ThanksService,
    GiftsResolver,
    GiftFieldsResolver,
    GiftGoodsResolver,
    ThanksResolver,
  ],
  exports: [GiftLoader],
})
export class GiftsModule {}
