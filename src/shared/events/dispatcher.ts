import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { JobHandler } from '../jobs/job-handler.js';
import type { StoredEvent } from './domain-event.js';
import { type EventHandler, EventHandlers } from './event-handlers.js';
import { DISPATCH_JOB } from './outbox.js';

/**
 * Hands the pending events of one aggregate to their handlers, in order. A crash at any point is repaired by the job's
 * retry: finished handlers are known by their delivery, written in the same transaction as what they did.
 */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
    private readonly clock: Clock,
  ) {}

  @JobHandler(DISPATCH_JOB)
  async dispatch({ aggregateId }: { aggregateId: string }): Promise<void> {
    const events = await this.database.query<StoredEvent>(
      `SELECT id, company_id AS "companyId", type, aggregate_id AS "aggregateId", actor_id AS "actorId", payload, occurred_at AS "occurredAt"
       FROM event WHERE aggregate_id = $1 AND dispatched_at IS NULL ORDER BY position`,
      [aggregateId],
    );
    for (const event of events) {
      for (const handler of this.handlers.of(event.type)) await this.deliver(event, handler);
      await this.database.query('UPDATE event SET dispatched_at = $2 WHERE id = $1', [event.id, this.clock.now()]);
    }
  }

  private async deliver(event: StoredEvent, handler: EventHandler): Promise<void> {
    await this.database.transaction(async (tx) => {
      const first = await this.database.query(
        'INSERT INTO event_delivery (event_id, handler) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id',
        [event.id, handler.name],
        tx,
      );
      if (first.length > 0) await handler.handle(event, tx);
    });
  }
}
