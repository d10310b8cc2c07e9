import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Dispatcher } from './dispatcher.js';
import { EventHandlers } from './event-handlers.js';
import { Outbox } from './outbox.js';

/** The outbox, for every feature; and its dispatcher. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [EventHandlers, Outbox, Dispatcher], exports: [Outbox] })
export class EventsModule {}
