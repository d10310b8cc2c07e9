import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeaLoader } from './ideas.loader.js';
import { IdeasQueries } from './ideas.queries.js';
import { IdeasService } from './ideas.service.js';

@Module({
  imports: [CompaniesModule, ChallengesModule],
  providers: [IdeasService, IdeasQueries, IdeaLoader],
  exports: [IdeasService, IdeaLoader],
})
export class IdeasModule {}
