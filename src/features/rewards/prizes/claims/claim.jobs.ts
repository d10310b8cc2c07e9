import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import type { StoredEvent } from '../../../../shared/events/domain-event.js';
import { OnEvent } from '../../../../shared/events/on-event.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { Schedule } from '../../../../shared/jobs/job-handler.js';
import { AccountErased } from '../../../accounts/accounts.events.js';
import { PrizeClaimDue } from '../../rewards.events.js';
import { ClaimWriter } from './claim-writer.js';
import type { PrizeClaim } from './prize-claim.entity.js';

const PART = 200;
const COLUMNS = `id, company_id AS "companyId", user_id AS "userId", state, challenge_id AS "challengeId"`;
const GONE = `details = NULL, tracking = NULL, erase_at = NULL`;

/** Each claims its rows: who accepts at the same time is before it, or too late. */
const LAPSE = `UPDATE prize_claim SET state = 'LAPSED', version = version + 1, ${GONE} WHERE id IN (
  SELECT id FROM prize_claim WHERE state = 'PENDING' AND due_at <= $1 ORDER BY due_at LIMIT ${PART} FOR NO KEY UPDATE SKIP LOCKED)
  AND state = 'PENDING' RETURNING ${COLUMNS}`;

/** A week before, unless they have only just been told; and two days before. */
const REMIND = `UPDATE prize_claim SET reminded_days = CASE WHEN due_at <= $1::timestamptz + interval '2 days' THEN 2 ELSE 7 END WHERE id IN (
  SELECT id FROM prize_claim WHERE state = 'PENDING' AND due_at > $1 AND (
    due_at <= $1::timestamptz + interval '2 days' AND reminded_days IS DISTINCT FROM 2
    OR due_at <= $1::timestamptz + interval '7 days' AND reminded_days IS NULL AND created_at <= due_at - interval '8 days')
  ORDER BY due_at LIMIT ${PART} FOR NO KEY UPDATE SKIP LOCKED)
  AND state = 'PENDING' RETURNING ${COLUMNS}`;

const ERASE = `UPDATE prize_claim SET ${GONE}, version = version + 1 WHERE erase_at <= $1`;

type Row = Pick<PrizeClaim, 'id' | 'companyId' | 'userId' | 'state' | 'challengeId'>;

/** What time does to claims. */
@Injectable()
export class ClaimJobs {
  constructor(
    private readonly database: Database,
    private readonly writer: ClaimWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Schedule('prize-claims', '*/10 * * * *')
  async pass(): Promise<void> {
    await this.inParts(LAPSE, (tx, claims) => this.writer.tell(tx, claims as PrizeClaim[], null));
    await this.inParts(REMIND, (tx, claims) => this.remind(tx, claims));
    await this.database.query(ERASE, [this.clock.now()]);
  }

  /** Nothing of whoever erased their account is kept; what they had not got yet, another may win. */
  @OnEvent(AccountErased)
  async forget({ aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    await this.database.query(
      `UPDATE prize_claim SET ${GONE} WHERE user_id = $1 AND state <> 'ACCEPTED'`,
      [userId],
      tx,
    );
    const lapsed = await returned<Row>(
      tx,
      `UPDATE prize_claim SET state = 'LAPSED', version = version + 1, ${GONE}
       WHERE user_id = $1 AND state IN ('PENDING', 'ACCEPTED') RETURNING ${COLUMNS}`,
      [userId],
    );
    await this.writer.tell(tx, lapsed as PrizeClaim[], null);
  }

  private async inParts(sql: string, then: (tx: Transaction, rows: Row[]) => Promise<void>): Promise<void> {
    for (let found = PART; found === PART;) {
      found = await this.database.transaction(async (tx) => {
        const rows = await returned<Row>(tx, sql, [this.clock.now()]);
        await then(tx, rows);
        return rows.length;
      });
    }
  }

  private remind(tx: Transaction, claims: Row[]): Promise<void> {
    const occurredAt = this.clock.now();
    return this.outbox.append(
      tx,
      ...claims.map(({ id: claimId, companyId, userId, challengeId }) => {
        const payload = { claimId, userId, challengeId };
        return PrizeClaimDue({ companyId, aggregateId: claimId, actorId: null, occurredAt, payload });
      }),
    );
  }
}

/** The driver gives of an UPDATE its rows and their number. */
async function returned<T>(tx: Transaction, sql: string, params: unknown[]): Promise<T[]> {
  const [rows] = (await tx.query(sql, params)) as [T[], number];
  return rows;
}
