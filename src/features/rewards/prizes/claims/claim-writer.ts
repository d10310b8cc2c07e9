import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import type { Challenge } from '../../../challenges/challenge.entity.js';
import { type Prize, PrizeKind } from '../../../challenges/prize.entity.js';
import { PrizeClaimChanged } from '../../rewards.events.js';
import type { Winner } from '../winners/winner.entity.js';
import { personBarSql } from '../winners/winner.policy.js';
import { partsOf, type Writer } from './claim.policy.js';
import { ClaimState, PrizeClaim } from './prize-claim.entity.js';

const DAY_MS = 86_400_000;

const WRITERS = `
SELECT p.idea_id AS "ideaId", p.user_id AS "userId", ${personBarSql('$3')} IS NULL AS able, s.percent, s.agreed_at IS NOT NULL AS agreed
FROM (SELECT id AS idea_id, author_id AS user_id, 0 AS place FROM idea WHERE id = ANY ($2::uuid[])
  UNION ALL SELECT idea_id, user_id, 1 FROM coauthor WHERE idea_id = ANY ($2::uuid[]) AND state = 'ACCEPTED') p
LEFT JOIN membership m ON m.company_id = $1 AND m.user_id = p.user_id LEFT JOIN "user" u ON u.id = p.user_id
LEFT JOIN idea_share s ON s.idea_id = p.idea_id AND s.user_id = p.user_id
ORDER BY p.idea_id, p.place, p.user_id`;

/** Writes claims, and tells what becomes of them. */
@Injectable()
export class ClaimWriter {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The claims of those who wrote the winning ideas; of points they are received at once. */
  async open(tx: Transaction, challenge: Challenge, winners: (Winner & { prize: Prize })[]): Promise<PrizeClaim[]> {
    const now = this.clock.now();
    const ideaIds = winners.map(({ ideaId }) => ideaId);
    const writers = await this.database.query<Writer & { ideaId: string }>(
      WRITERS,
      [challenge.companyId, ideaIds, now],
      tx,
    );
    const claims = winners.flatMap((winner) =>
      partsOf(
        winner.prize,
        writers.filter(({ ideaId }) => ideaId === winner.ideaId),
      ).map((part) => tx.create(PrizeClaim, { ...newClaim(challenge, winner, now), ...part })),
    );
    await tx.insert(PrizeClaim, claims);
    await this.tell(tx, claims, null);
    return claims;
  }

  /** Changes a claim that is held, as its next version. */
  async change(
    tx: Transaction,
    claim: PrizeClaim,
    changes: Partial<PrizeClaim>,
    actorId: string | null,
  ): Promise<PrizeClaim> {
    const next = { ...changes, version: claim.version + 1 };
    await tx.update(PrizeClaim, claim.id, next);
    Object.assign(claim, next);
    if (changes.state) await this.tell(tx, [claim], actorId);
    return claim;
  }

  async tell(tx: Transaction, claims: PrizeClaim[], actorId: string | null): Promise<void> {
    const occurredAt = this.clock.now();
    await this.outbox.append(
      tx,
      ...claims.map(({ id: claimId, companyId, userId, state, challengeId }) => {
        const payload = { claimId, userId, state, challengeId };
        return PrizeClaimChanged({ companyId, aggregateId: claimId, actorId, occurredAt, payload });
      }),
    );
  }
}

/** When a claim lapses that begins now. */
export const dueAfter = ({ claimDays }: Pick<Challenge, 'claimDays'>, now: Date): Date =>
  new Date(now.getTime() + claimDays * DAY_MS);

/** What is to be forgotten with the end of a delivery. */
export const FORGOTTEN = { details: null, tracking: null, eraseAt: null };

function newClaim(challenge: Challenge, { id: winnerId, prize }: Winner & { prize: Prize }, now: Date) {
  const { companyId, id: challengeId } = challenge;
  const arrives = prize.kind === PrizeKind.POINTS;
  return {
    ...{ id: newId(), companyId, challengeId, winnerId, kind: prize.kind, currency: prize.currency },
    ...{ stateBefore: null, dueAt: dueAfter(challenge, now), remindedDays: null, termsHash: null, sentAt: null },
    ...{ state: arrives ? ClaimState.RECEIVED : ClaimState.PENDING, version: 1, createdAt: now, ...FORGOTTEN },
    ...{ acceptedAt: arrives ? now : null, receivedAt: arrives ? now : null },
  };
}
