import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { ChallengeLoader } from './challenge.loader.js';
import { ChallengesService } from './challenges.service.js';

@Module({
  imports: [CompaniesModule],
  providers: [ChallengesService, ChallengeLoader],
  exports: [ChallengesService, ChallengeLoader],
})
export class ChallengesModule {}
