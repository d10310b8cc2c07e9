import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { UsersService } from '../../accounts/users.service.js';
import { TransactionKind } from './ledger.entity.js';
import { LedgerService } from './ledger.service.js';

/** Points of who has erased their account expire, also those that come back to it later: nobody could use them. */
@Injectable()
export class ErasedPoints {
  constructor(
    private readonly users: UsersService,
    private readonly ledger: LedgerService,
  ) {}

  /** Of these people; who still has an account keeps it, and the points, until the transaction ends. */
  async expire(
    tx: Transaction,
    companyId: string,
    userIds: string[],
    occasion: { at: Date; eventId: string },
  ): Promise<void> {
    for (const userId of await this.users.erased(tx, userIds)) {
      const points = await this.ledger.balance(tx, companyId, userId, true);
      if (points <= 0) continue;
      const move = { kind: TransactionKind.EXPIRY, from: { kind: 'MEMBER', userId }, to: { kind: 'EXPIRED' } } as const;
      const cause = `erasure:${userId}:${occasion.eventId}`;
      await this.ledger.post(tx, [{ ...move, companyId, points, cause, ...occasion }]);
    }
  }
}
