import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeasModule } from '../ideas/ideas.module.js';
import { IdeaIndexService } from './idea-index.service.js';
import { SearchJobs } from './search.jobs.js';
import { SearchResolver } from './search.resolver.js';
import { SimilarIdeasQueries } from './similar-ideas.queries.js';
import { SimilarIdeasService } from './similar-ideas.service.js';

/** What reads across the community; it learns of changes by events. */
@Module({
  imports: [CompaniesModule, IdeasModule],
  providers: [IdeaIndexService, SearchJobs, SearchResolver, SimilarIdeasQueries, SimilarIdeasService],
})
export class SearchModule {}
