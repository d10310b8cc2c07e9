import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { DomainEvent } from '../../shared/events/domain-event.js';
import { Outbox } from '../../shared/events/outbox.js';
import { Realtime } from '../../shared/realtime/realtime.js';
import { type IdeaSignal, merged, signalOf } from './signal.js';

/** What happens at once goes together. */
const SOON_MS = 50;
/** A process says at most so often something, and of each idea one thing: however many vote for it. */
const PAUSE_MS = 1_000;

/**
 * Tells all processes what has changed, after the commit and beside it: a vote's transaction has not one statement more,
 * and no lock of NOTIFY, which is one for the whole database.
 */
@Injectable()
export class Announcer implements BeforeApplicationShutdown {
  private readonly log = new Logger(Announcer.name);
  private readonly ideas = new Map<string, IdeaSignal>();
  private readonly companies = new Set<string>();
  private timer?: NodeJS.Timeout;

  constructor(
    outbox: Outbox,
    private readonly realtime: Realtime,
  ) {
    outbox.onCommit((events) => this.note(events));
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.send();
  }

  private note(events: DomainEvent[]): void {
    for (const event of events) {
      const signal = signalOf(event);
      if (!signal) continue;
      if ('access' in signal) this.companies.add(signal.access);
      else this.ideas.set(signal.idea, merged(this.ideas.get(signal.idea), signal));
      this.timer ??= setTimeout(() => void this.speak(), SOON_MS).unref();
    }
  }

  private async speak(): Promise<void> {
    await this.send();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.ideas.size + this.companies.size > 0) this.timer = setTimeout(() => void this.speak(), 0).unref();
    }, PAUSE_MS).unref();
  }

  private async send(): Promise<void> {
    const signals = [...[...this.companies].map((access) => ({ access })), ...this.ideas.values()];
    this.ideas.clear();
    this.companies.clear();
    // those who listen notice when the database is away, and read anew
    await this.realtime.publish(signals).catch((error: Error) => this.log.warn(`Not announced: ${error.message}`));
  }
}
