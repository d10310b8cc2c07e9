import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../shared/auth/viewer.js';
import { Clock } from '../shared/config/clock.js';
import { Database } from '../shared/database/database.js';
import { newId } from '../shared/database/ids.js';
import { SettleEverything } from '../features/rewards/points/settlement/settle-everything.service.js';
import { ClaimDesk } from '../features/rewards/prizes/claims/claim-desk.service.js';
import { ClaimsService } from '../features/rewards/prizes/claims/claims.service.js';
import { WinnersService } from '../features/rewards/prizes/winners/winners.service.js';
import { type DemoAnnouncement, type DemoClaim, readChallengeTitle, readIdeaTitle, readWinners } from './demo-data.js';
import { giveDemoGifts } from './gift-demo.js';
import { castOf } from './moderate-demo.js';

const DAY = 86_400_000;

/**
 * Gives the demo's people what they have earned, and lets its companies announce winners and send prizes at the times
 * that the demo says, counted back from `now`: by the services that everybody uses.
 */
export async function rewardDemo(app: INestApplicationContext, now: Date): Promise<void> {
  const clock = app.get(Clock);
  const at = (daysAgo: number) => (clock.now = () => new Date(now.getTime() - daysAgo * DAY));
  try {
    for (const { slug, announcements } of readWinners())
      for (const announcement of announcements) await announce(app, slug, announcement, at);
    await giveDemoGifts(app, at);
  } finally {
    clock.now = Clock.prototype.now;
  }
  const { failed } = await app.get(SettleEverything).all();
  if (failed.length > 0) throw new Error(`${failed.length} things of the demo are not settled`);
}

type At = (daysAgo: number) => void;
const as = (userId: string): Viewer => ({ userId, sessionId: newId() });

async function announce(app: INestApplicationContext, slug: string, given: DemoAnnouncement, at: At): Promise<void> {
  const database = app.get(Database);
  const { companyId, users } = await castOf(database, slug);
  const id = async (sql: string, ...params: unknown[]) => (await database.query<{ id: string }>(sql, params))[0]!.id;
  const challengeId = await id(
    ...([
      'SELECT id FROM challenge WHERE company_id = $1 AND title = $2',
      companyId,
      readChallengeTitle(slug, given.challenge),
    ] as const),
  );
  const choices = given.winners.map(async ({ place, idea, reason }) => ({
    prizeId: await id('SELECT id FROM prize WHERE challenge_id = $1 AND place = $2', challengeId, place),
    ideaId: await id(
      'SELECT id FROM idea WHERE challenge_id = $1 AND title = $2',
      challengeId,
      readIdeaTitle(slug, idea),
    ),
    reason,
  }));
  const manager = as(users.get(given.by)!);
  at(given.daysAgo);
  await app.get(WinnersService).announce(manager, { challengeId, choices: await Promise.all(choices) });
  for (const claim of given.claims) {
    const userId = users.get(claim.person)!;
    const claimId = await id(
      'SELECT id FROM prize_claim WHERE challenge_id = $1 AND user_id = $2',
      challengeId,
      userId,
    );
    await handOver(app, { claim, claimId, manager, winner: as(userId) }, at);
  }
}

interface HandOver {
  claim: DemoClaim;
  claimId: string;
  manager: Viewer;
  winner: Viewer;
}

/** Accepted, sent, received: as far as it has come. */
async function handOver(app: INestApplicationContext, { claim, claimId, manager, winner }: HandOver, at: At) {
  const { acceptedDaysAgo, sentDaysAgo, receivedDaysAgo, delivery, tracking } = claim;
  at(acceptedDaysAgo);
  const accepted = { claimId, version: 1, acceptTerms: true, delivery };
  const { version } = await app.get(ClaimsService).accept(winner, accepted);
  if (sentDaysAgo === undefined) return;
  at(sentDaysAgo);
  const sent = await app.get(ClaimDesk).sent(manager, { claimId, version, tracking });
  if (receivedDaysAgo === undefined) return;
  at(receivedDaysAgo);
  await app.get(ClaimsService).confirm(winner, { claimId, version: sent.version });
}
