import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Difference } from '../../../shared/database/difference.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import type { Challenge } from '../../challenges/challenge.entity.js';
import { ChallengePromise } from '../../challenges/challenge-promise.service.js';
import { ChallengeArchived, ChallengePublished, PrizesImproved } from '../../challenges/challenges.events.js';
import { ErasedPoints } from '../ledger/erased-points.service.js';
import { TransactionKind } from '../ledger/ledger.entity.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { PrizeClaim } from './claims/prize-claim.entity.js';

/** What a challenge promised in points, what of it was paid, and what its pool was given for it (less what it gave back). */
const STATE = `
SELECT (SELECT coalesce(sum(points), 0) FROM prize WHERE challenge_id = $2 AND kind = 'POINTS')::float8 AS promised,
  (SELECT coalesce(sum(points), 0) FROM prize_claim WHERE challenge_id = $2 AND kind = 'POINTS' AND state = 'RECEIVED')::float8 AS paid,
  coalesce(sum(e.amount), 0)::float8 AS funded, count(e.amount)::integer AS steps
FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id
JOIN ledger_transaction t ON t.id = e.transaction_id AND t.kind IN ('POOL_FUNDING', 'POOL_RELEASE')
WHERE a.company_id = $1 AND a.kind = 'POOL' AND coalesce(a.user_id, a.challenge_id, a.company_id) = $2`;

/** Claims of points and whether the ledger has them standing. */
const VERIFY = `
SELECT c.id, 'prize_claim.points' AS "column", CASE WHEN c.state = 'RECEIVED' THEN c.points ELSE 0 END AS stored,
  coalesce((SELECT sum(e.amount) FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id
    JOIN ledger_account a ON a.id = e.account_id AND a.kind = 'MEMBER' AND a.user_id = c.user_id
    WHERE t.company_id = c.company_id AND t.cause = 'prize:' || c.id), 0)::float8 AS counted
FROM prize_claim c WHERE c.kind = 'POINTS'`;

type Pooled = Pick<Challenge, 'id' | 'companyId' | 'archivedAt'>;
type Paid = Pick<PrizeClaim, 'id' | 'companyId' | 'userId' | 'challengeId' | 'points'>;

const winnerOf = ({ userId }: Pick<PrizeClaim, 'userId'>): string => userId;
const causeOf = ({ id }: Pick<PrizeClaim, 'id'>): string => `prize:${id}`;

/**
 * The points that a challenge has promised: set aside when it is published, paid when the winners are announced, and
 * given back when it is archived. The pool is always brought to what it should hold, so that no order of events and
 * no repetition makes a difference.
 */
@Injectable()
export class PrizePool {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly erased: ErasedPoints,
    private readonly promise: ChallengePromise,
    private readonly clock: Clock,
  ) {}

  @OnEvent(ChallengePublished, PrizesImproved, ChallengeArchived)
  async follow({ aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    const held = await this.promise.lock(tx, aggregateId);
    if (held) await this.level(tx, held.challenge);
  }

  /** Pays points that were won. The caller holds the challenge, and has stored the claims as received. */
  async pay(tx: Transaction, challenge: Pooled, claims: (Paid & { ideaId: string })[]): Promise<void> {
    const { companyId, id: challengeId } = challenge;
    await this.ledger.hold(tx, companyId, claims.map(winnerOf));
    await this.level(tx, challenge);
    const pool = { kind: 'POOL', challengeId } as const;
    const same = { companyId, challengeId, kind: TransactionKind.PRIZE, from: pool, at: this.clock.now() };
    await this.ledger.post(
      tx,
      claims.map((claim) => ({
        ...{ ...same, to: { kind: 'MEMBER', userId: claim.userId } as const, points: claim.points! },
        ...{ cause: causeOf(claim), ideaId: claim.ideaId },
      })),
    );
  }

  /** Takes paid points back, or pays them again (to who is gone: they expire); the caller has stored the claims as they are then. */
  async settle(
    tx: Transaction,
    challenge: Pooled,
    claims: PrizeClaim[],
    standing: boolean,
    eventId: string,
  ): Promise<void> {
    const winners = claims.map(winnerOf);
    await this.ledger.hold(tx, challenge.companyId, winners);
    // before points leave the pool it must have them; when they come back it may have too many
    if (standing) await this.level(tx, challenge);
    const occasion = { at: this.clock.now(), eventId };
    const why = { because: standing ? 'RESTORED' : 'REMOVED', ...occasion };
    await this.ledger.settleAll(tx, challenge.companyId, claims.map(causeOf), standing, why);
    if (standing) await this.erased.expire(tx, challenge.companyId, winners, occasion);
    else await this.level(tx, challenge);
  }

  /** Claims of points that the ledger does not know, or knows otherwise; none, if all is well. */
  async verify(): Promise<Difference[]> {
    return this.database.query<Difference>(`SELECT * FROM (${VERIFY}) v WHERE stored <> counted`);
  }

  private async level(tx: Transaction, { id, companyId, archivedAt }: Pooled): Promise<void> {
    const [state] = await this.database.query<{ promised: number; paid: number; funded: number; steps: number }>(
      STATE,
      [companyId, id],
      tx,
    );
    const { promised, paid, funded, steps } = state!;
    const points = (archivedAt ? paid : Math.max(promised, paid)) - funded;
    if (points === 0) return;
    const [budget, pool] = [{ kind: 'BUDGET' }, { kind: 'POOL', challengeId: id }] as const;
    const way =
      points > 0
        ? { kind: TransactionKind.POOL_FUNDING, from: budget, to: pool }
        : { kind: TransactionKind.POOL_RELEASE, from: pool, to: budget };
    const cause = `pool:${id}:${steps + 1}`;
    await this.ledger.post(tx, [
      { ...way, companyId, challengeId: id, points: Math.abs(points), cause, at: this.clock.now() },
    ]);
  }
}
