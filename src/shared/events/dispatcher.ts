import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { JobHandler, Schedule } from '../jobs/job-handler.js';
import { Jobs } from '../jobs/jobs.js';
import type { StoredEvent } from './domain-event.js';
import { noteDelivery } from './delivery.js';
import { type EventHandler, EventHandlers } from './event-handlers.js';
import { DISPATCH_JOB, dispatchJob } from './outbox.js';

const LEFT_AFTER_MS = 3_600_000;

/**
 * Hands the pending events of one aggregate to their handlers, in order. A crash at any point is repaired by the job's
 * retry: finished handlers are known by their delivery, written in the same transaction as what they did.
 */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
    private readonly jobs: Jobs,
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

  /** Takes up again what the queue has given up: a handler that failed for days may have been repaired since. */
  @Schedule('dispatch-left-events', '7 * * * *')
  async dispatchLeft(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rows = await this.database.query<{ id: string }>(
        `SELECT DISTINCT aggregate_id AS id FROM event WHERE dispatched_at IS NULL AND occurred_at < $1 AND NOT EXISTS (
           SELECT FROM graphile_worker.jobs WHERE queue_name = 'aggregate:' || aggregate_id AND attempts < max_attempts)
         LIMIT 1000`,
        [new Date(this.clock.now().getTime() - LEFT_AFTER_MS)],
        tx,
      );
      await this.jobs.addAll(
        tx,
        rows.map(({ id }) => dispatchJob(id)),
      );
    });
  }

  private async deliver(event: StoredEvent, handler: EventHandler): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await noteDelivery(tx, event.id, handler.name)) await handler.handle(event, tx);
    });
  }
}
