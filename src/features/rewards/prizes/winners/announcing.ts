import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import type { Transaction } from '../../../../shared/database/database.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import type { Challenge } from '../../../challenges/challenge.entity.js';
import { WinnersAnnounced, WinnersHeldBack } from '../../rewards.events.js';

/** What others hear of it, and when it is. */
@Injectable()
export class Announcing {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  announced(tx: Transaction, challenge: Challenge, actorId: string | null): Promise<void> {
    return this.tell(tx, challenge, WinnersAnnounced, actorId);
  }

  heldBack(tx: Transaction, challenge: Challenge): Promise<void> {
    return this.tell(tx, challenge, WinnersHeldBack, null);
  }

  private tell(
    tx: Transaction,
    { id: aggregateId, companyId }: Challenge,
    kind: typeof WinnersAnnounced,
    actorId: string | null,
  ): Promise<void> {
    return this.outbox.append(tx, kind({ aggregateId, companyId, actorId, occurredAt: this.now(), payload: {} }));
  }
}
