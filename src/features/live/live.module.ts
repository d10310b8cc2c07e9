import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeasModule } from '../ideas/ideas.module.js';
import { Announcer } from './announcer.js';
import { LiveResolver } from './live.resolver.js';
import { LiveService } from './live.service.js';

/** What people see change while they look. */
@Module({
  imports: [CompaniesModule, ChallengesModule, IdeasModule, CommentsModule],
  providers: [Announcer, LiveService, LiveResolver],
})
export class LiveModule {}
