import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import type { Transaction } from '../../../../shared/database/database.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import type { Challenge } from '../../../challenges/challenge.entity.js';
import { WinnersAnnounced } from '../../rewards.events.js';

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

  announced(tx: Transaction, { id: aggregateId, companyId }: Challenge, actorId: string | null): Promise<void> {
    return this.outbox.append(
      tx,
      WinnersAnnounced({ aggregateId, companyId, actorId, occurredAt: this.now(), payload: {} }),
    );
  }
}
