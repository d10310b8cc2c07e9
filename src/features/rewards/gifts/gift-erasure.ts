import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { AccountErased } from '../../accounts/accounts.events.js';

const FORGET = [
  `UPDATE gift SET note = NULL, taken_back_because = NULL WHERE receiver_id = $1`,
  `UPDATE gift SET note = NULL, taken_back_because = NULL WHERE giver_id = $1`,
  `UPDATE gift SET taken_back_because = NULL WHERE taken_back_by_id = $1`,
  `DELETE FROM thanks_dismissal WHERE user_id = $1`,
];

/** Of who has erased their account nobody reads what was written to them, or by them. That points moved stays. */
@Injectable()
export class GiftErasure {
  constructor(private readonly database: Database) {}

  @OnEvent(AccountErased)
  async forget({ aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    for (const statement of FORGET) await this.database.query(statement, [userId], tx);
  }
}
