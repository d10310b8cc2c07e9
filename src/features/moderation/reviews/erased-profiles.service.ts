import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { AccountErased } from '../../accounts/accounts.events.js';
import { NoticeLog } from '../log/notice-log.js';

const DROP = `
WITH dropped AS (
  UPDATE review SET state = 'WITHDRAWN', decided_at = $2, version = version + 1 WHERE id = (
    SELECT id FROM review WHERE company_id = $3 AND profile_id = $1 AND state = 'PENDING'
  ) RETURNING id
), gone AS (
  UPDATE flag SET state = 'GONE', decided_at = $2 FROM dropped WHERE review_id = dropped.id AND flag.state = 'OPEN'
) SELECT id FROM dropped`;

/** Of whoever has erased their account there is no profile to decide about, and no name to keep. */
@Injectable()
export class ErasedProfiles {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeLog,
    private readonly clock: Clock,
  ) {}

  @OnEvent(AccountErased)
  async forget({ aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    const now = this.clock.now();
    for (const companyId of await this.places(tx, userId)) {
      const dropped = await this.database.query<{ id: string }>(DROP, [userId, now, companyId], tx);
      const ids = dropped.map(({ id }) => id);
      await this.notices.gone(tx, ids, now);
    }
    // in words of theirs
    await this.database.query(
      `UPDATE review_reason f SET detail = '' FROM company c JOIN review r ON r.company_id = c.id AND r.author_id = $1
       WHERE f.review_id = r.id AND r.profile_id = $1`,
      [userId],
      tx,
    );
  }

  /** Where a review of theirs waits, also where they are a member no more; in one order, as logs are locked. */
  private async places(tx: Transaction, userId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT c.id FROM company c JOIN review r ON r.company_id = c.id AND r.profile_id = $1 AND r.state = 'PENDING' ORDER BY c.id`,
      [userId],
      tx,
    );
    return rows.map(({ id }) => id);
  }
}
