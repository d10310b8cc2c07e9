import { SetMetadata } from '@nestjs/common';
import type { EventKind } from './domain-event.js';

export const ON_EVENT = Symbol('on-event');

/**
 * Marks a provider's method `(event: StoredEvent<P>, tx: Transaction) => Promise<void>` as a reaction to these events.
 * It runs once per event, in a transaction of its own, in order per aggregate. What it does in `tx` happens exactly
 * once; anything outside the database must go through a job enqueued in `tx`.
 */
export const OnEvent = (...kinds: Pick<EventKind<never>, 'type'>[]): MethodDecorator =>
  SetMetadata(
    ON_EVENT,
    kinds.map(({ type }) => type),
  );
