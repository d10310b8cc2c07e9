import { Global, Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeasModule } from '../ideas/ideas.module.js';
import { ReviewDesk } from '../ideas/review-desk.port.js';
import { AuthorRecordLoader } from './author-record.loader.js';
import { QueuedReviewDesk } from './review-desk.service.js';
import { ReviewFieldsResolver } from './review-fields.resolver.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsResolver } from './reviews.resolver.js';
import { ReviewsService } from './reviews.service.js';
import { RuleLoader } from './rule.loader.js';

/** Review of what is held before it is published. Global, so that ideas and comments find its desk. */
@Global()
@Module({
  imports: [AccountsModule, CompaniesModule, IdeasModule, CommentsModule],
  providers: [
    ReviewsService,
    ReviewsQueries,
    RuleLoader,
    AuthorRecordLoader,
    ReviewsResolver,
    ReviewFieldsResolver,
    { provide: ReviewDesk, useClass: QueuedReviewDesk },
  ],
  exports: [ReviewDesk],
})
export class ModerationModule {}
