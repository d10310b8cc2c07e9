import { Injectable } from '@nestjs/common';
import { type Job, Jobs } from '../jobs/jobs.js';
import { Database, type Transaction } from '../database/database.js';
import { newId } from '../database/ids.js';
import type { DomainEvent } from './domain-event.js';
import { EventHandlers } from './event-handlers.js';

export const DISPATCH_JOB = 'dispatch-events';

/** In it go the jobs that keep to the order of an aggregate's events. */
export const queueOf = (aggregateId: string): string => `aggregate:${aggregateId}`;

/** Hands an aggregate's pending events to their handlers; one at a time for each aggregate. */
export const dispatchJob = (aggregateId: string): Job => ({
  name: DISPATCH_JOB,
  payload: { aggregateId },
  queue: queueOf(aggregateId),
});

type CommitListener = (events: DomainEvent[]) => void;

/** Stores events in the transaction that made them true, and sees to it that their handlers run. */
@Injectable()
export class Outbox {
  private readonly listeners: CommitListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Tells of the events that this process has appended, once they have committed; without a statement, and without the
   * promise that it happens. What must happen is for @OnEvent. The listener does not throw.
   */
  onCommit(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  /** Two statements however many events; one when nobody handles them. Whose order matters are appended while `tx` locks the aggregate's row. */
  async append(tx: Transaction, ...events: DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => ({ ...event, id: newId(), handled: this.handlers.of(event.type).length > 0 }));
    await this.database.query(
      `INSERT INTO event (id, company_id, type, aggregate_id, actor_id, payload, occurred_at, dispatched_at)
       SELECT id, company_id, type, aggregate_id, actor_id, payload, occurred_at, CASE WHEN handled THEN NULL ELSE occurred_at END
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::timestamptz[], $8::boolean[])
         AS e (id, company_id, type, aggregate_id, actor_id, payload, occurred_at, handled)`,
      [
        rows.map((e) => e.id),
        rows.map((e) => e.companyId),
        rows.map((e) => e.type),
        rows.map((e) => e.aggregateId),
        rows.map((e) => e.actorId),
        rows.map((e) => JSON.stringify(e.payload)),
        rows.map((e) => e.occurredAt),
        rows.map((e) => e.handled),
      ],
      tx,
    );
    const aggregates = [...new Set(rows.filter((e) => e.handled).map((e) => e.aggregateId))];
    await this.jobs.addAll(tx, aggregates.map(dispatchJob));
    for (const listener of this.listeners) this.database.afterCommit(tx, () => listener(events));
  }
}
