import { Injectable, Logger } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { JobHandler, Schedule } from '../../../../shared/jobs/job-handler.js';
import type { Challenge } from '../../../challenges/challenge.entity.js';
import { ChallengePromise } from '../../../challenges/challenge-promise.service.js';
import { Prize, PrizeKind } from '../../../challenges/prize.entity.js';
import { ClaimWriter } from '../claims/claim-writer.js';
import { PrizePool } from '../prize-pool.service.js';
import { Announcing } from './announcing.js';
import { Judgement } from './judgement.js';
import { Winner } from './winner.entity.js';

export const ANNOUNCE_JOB = 'announce-winners';

/** Makes public who has won: at once, or when the date comes. */
@Injectable()
export class AnnouncementService {
  private readonly log = new Logger(AnnouncementService.name);

  constructor(
    private readonly database: Database,
    private readonly judgement: Judgement,
    private readonly promise: ChallengePromise,
    private readonly claims: ClaimWriter,
    private readonly pool: PrizePool,
    private readonly told: Announcing,
  ) {}

  /** The date has come. What cannot be announced as it was chosen is held back, all of it, until somebody chooses again. */
  @JobHandler(ANNOUNCE_JOB)
  async come({ challengeId }: { challengeId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const held = await this.promise.lock(tx, challengeId);
      const now = this.told.now();
      const due = { challengeId, announcedAt: IsNull(), heldAt: IsNull(), announceAt: LessThanOrEqual(now) };
      const planned = held ? await tx.find(Winner, { where: due, order: { id: 'ASC' } }) : [];
      if (planned.length === 0) return;
      const bars = await this.judgement.ofPlan(tx, held!, planned, now);
      if (bars.every((bar) => bar === null)) return this.announce(tx, held!.challenge, planned);
      for (const [index, { id }] of planned.entries())
        await tx.update(Winner, id, { heldAt: now, heldBecause: bars[index]! });
      await this.told.heldBack(tx, held!.challenge);
    });
  }

  /** Finds what no job announced in time. */
  @Schedule('announce-winners-sweep', '* * * * *')
  async sweep(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT DISTINCT challenge_id AS id FROM winner WHERE announced_at IS NULL AND held_at IS NULL AND announce_at <= $1',
      [this.told.now()],
    );
    for (const { id } of rows)
      await this.come({ challengeId: id }).catch((error: Error) => {
        this.log.error(`The winners of ${id} are not announced: ${error.message}`, error.stack);
      });
  }

  /** Announces winners that were found to be right, in the transaction that holds the challenge. */
  async announce(tx: Transaction, challenge: Challenge, winners: Winner[], actorId: string | null = null) {
    const now = this.told.now();
    const prizeIds = winners.map(({ prizeId }) => prizeId);
    const before = {
      prizeId: In(prizeIds),
      announcedAt: LessThanOrEqual(now),
      revokedAt: IsNull(),
      passedAt: IsNull(),
    };
    await tx.update(Winner, before, { passedAt: now });
    await tx.update(Winner, { id: In(winners.map(({ id }) => id)) }, { announcedAt: now });
    await this.promise.fix(tx, challenge, now);
    const prizes = await tx.findBy(Prize, { id: In(prizeIds) });
    const won = winners.map((winner) => {
      const prize = prizes.find(({ id }) => id === winner.prizeId)!;
      return Object.assign(winner, { announcedAt: now, prize });
    });
    const claims = await this.claims.open(tx, challenge, won);
    const ideaOf = new Map(winners.map(({ id, ideaId }) => [id, ideaId]));
    const paid = claims.filter(({ kind }) => kind === PrizeKind.POINTS);
    const payments = paid.map((claim) => ({ ...claim, ideaId: ideaOf.get(claim.winnerId)! }));
    if (payments.length > 0) await this.pool.pay(tx, challenge, payments);
    await this.told.announced(tx, challenge, actorId);
  }
}
