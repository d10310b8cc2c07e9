import { Module } from '@nestjs/common';
import { IdeasModule } from '../ideas/ideas.module.js';
import { CarriedVotes } from './carried-votes.service.js';
import { VotesJobs } from './votes.jobs.js';
import { VotesQueries } from './votes.queries.js';
import { VotesResolver } from './votes.resolver.js';
import { VotesService } from './votes.service.js';

@Module({
  imports: [IdeasModule],
  providers: [CarriedVotes, VotesQueries, VotesService, VotesResolver, VotesJobs],
  exports: [CarriedVotes, VotesService],
})
export class VotesModule {}
