import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { FlagDecided } from '../moderation.events.js';
import { type Review, ReviewState } from '../reviews/review.entity.js';
import { keyOfItem } from '../reviews/reviewed-items.service.js';
import { ReviewPriority } from '../reviews/review-priority.service.js';
import type { Flag } from './flag.entity.js';

type Decided = Pick<Flag, 'id' | 'flaggerId'>;

/** What becomes of flags when the review that gathers them is decided, and when that is undone. */
@Injectable()
export class FlagBook {
  constructor(
    private readonly database: Database,
    private readonly priority: ReviewPriority,
    private readonly outbox: Outbox,
  ) {}

  /** Its open flags are decided as the review is: upheld, unless the item stays. @returns how many there were */
  async settle(tx: Transaction, review: Review): Promise<number> {
    const { id, decidedById: actorId, decidedAt: occurredAt } = review;
    const upheld = review.state === ReviewState.REJECTED;
    const flags = await this.database.query<Decided>(
      `WITH decided AS (
         UPDATE flag SET state = $2, decided_at = $3 WHERE review_id = $1 AND state = 'OPEN' RETURNING id, flagger_id
       ) SELECT id, flagger_id AS "flaggerId" FROM decided`,
      [id, upheld ? 'UPHELD' : 'REJECTED', occurredAt],
      tx,
    );
    await this.tell(tx, review, flags, { actorId, occurredAt: occurredAt!, upheld });
    return flags.length;
  }

  /** An appeal against the decision was right: who reported the item hears that it stays. @returns how many they are */
  async overturn(tx: Transaction, review: Review, by: { actorId: string; occurredAt: Date }): Promise<number> {
    const flags = await this.database.query<Decided>(
      `WITH turned AS (
         UPDATE flag SET state = 'REJECTED', decided_at = $2 WHERE review_id = $1 AND state = 'UPHELD' RETURNING id, flagger_id
       ) SELECT id, flagger_id AS "flaggerId" FROM turned`,
      [review.id, by.occurredAt],
      tx,
    );
    await this.tell(tx, review, flags, { ...by, upheld: false });
    return flags.length;
  }

  /** The decision was taken back: its flags are open again, in the review of the item that waits now. */
  async reopen(tx: Transaction, review: Review): Promise<void> {
    const { id, companyId } = review;
    const { column, id: itemId } = keyOfItem(review);
    const [pending] = await this.database.query<{ id: string }>(
      `SELECT id FROM review WHERE company_id = $1 AND ${column} = $2 AND state = 'PENDING'`,
      [companyId, itemId],
      tx,
    );
    const waiting = pending?.id ?? id;
    await this.database.query(
      `UPDATE flag SET state = 'OPEN', decided_at = NULL, review_id = $2 WHERE review_id = $1 AND state IN ('UPHELD', 'REJECTED')`,
      [id, waiting],
      tx,
    );
    await this.priority.rank(tx, waiting);
  }

  private async tell(
    tx: Transaction,
    { id: aggregateId, companyId, kind, ideaId, commentId, profileId }: Review,
    flags: Decided[],
    { upheld, ...by }: { actorId: string | null; occurredAt: Date; upheld: boolean },
  ): Promise<void> {
    const fact = { companyId, aggregateId, ...by };
    const events = flags.map(({ id: flagId, flaggerId }) =>
      FlagDecided({ ...fact, payload: { flagId, kind, ideaId, commentId, profileId, flaggerId, upheld } }),
    );
    await this.outbox.append(tx, ...events);
  }
}
