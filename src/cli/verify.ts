import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { CommentsService } from '../features/comments/comments.service.js';
import { VerifyIdeasService } from '../features/ideas/verify-ideas.service.js';
import { ModerationLog } from '../features/moderation/log/moderation-log.service.js';
import { SanctionsService } from '../features/moderation/sanctions/sanctions.service.js';
import { CatalogueService } from '../features/rewards/catalogue/catalogue.service.js';
import { BadgeGranting } from '../features/rewards/honours/badges/badge-granting.service.js';
import { LevelsService } from '../features/rewards/honours/levels/levels.service.js';
import { LedgerService } from '../features/rewards/ledger/ledger.service.js';
import { PrizePool } from '../features/rewards/prizes/prize-pool.service.js';
import { VerifyAwardsService } from '../features/rewards/points/verify-awards.service.js';
import { IdeaIndexService } from '../features/search/idea-index.service.js';
import { VotesService } from '../features/votes/votes.service.js';
import type { Difference } from '../shared/database/difference.js';
import { withApplication } from './operator.js';

/** Recounts everything that is stored as a count or made of texts, feature by feature. */
export async function verifyAll(app: INestApplicationContext): Promise<Difference[]> {
  const features = [
    VerifyIdeasService,
    VotesService,
    CommentsService,
    IdeaIndexService,
    SanctionsService,
    ModerationLog,
    LedgerService,
    PrizePool,
    CatalogueService,
    VerifyAwardsService,
    LevelsService,
    BadgeGranting,
  ];
  const found: Difference[] = [];
  for (const feature of features) found.push(...(await app.get<{ verify(): Promise<Difference[]> }>(feature).verify()));
  return found;
}

/** `cocrea verify` */
export const verifyCommand = (): Command =>
  new Command('verify')
    .description(
      'Recounts every stored count from its rows and checks the moderation log; reports each difference, and fails when there is one.',
    )
    .action(() =>
      withApplication(async (app) => {
        const found = await verifyAll(app);
        for (const { id, column, stored, counted } of found) {
          console.log(`${id} ${column}: stored ${String(stored)}, counted ${String(counted)}`);
        }
        console.log(
          found.length === 0
            ? 'Every count equals its rows, and every decision is in the log.'
            : `${found.length} difference(s) found.`,
        );
        if (found.length > 0) process.exitCode = 1;
      }),
    );
