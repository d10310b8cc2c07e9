import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeaLoader } from './ideas.loader.js';
import { IdeasQueries } from './ideas.queries.js';
import { IdeasResolver } from './ideas.resolver.js';
import { IdeasService } from './ideas.service.js';
import { IdeaListsQueries } from './lists/idea-lists.queries.js';

@Module({
  imports: [CompaniesModule, ChallengesModule],
  providers: [IdeasService, IdeasQueries, IdeaListsQueries, IdeaLoader, IdeasResolver],
  exports: [IdeasService, IdeaLoader],
})
export class IdeasModule {}
