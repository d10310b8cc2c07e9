import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Transaction } from '../database/database.js';
import type { StoredEvent } from './domain-event.js';
import { ON_EVENT } from './on-event.js';

export interface EventHandler {
  /** stable name, `Class.method`: renaming it would deliver undispatched events again */
  name: string;
  handle(event: StoredEvent, tx: Transaction): Promise<void>;
}

/** Finds every @OnEvent method at start. */
@Injectable()
export class EventHandlers implements OnModuleInit {
  private readonly byType = new Map<string, EventHandler[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const target = instance as Record<string, EventHandler['handle']>;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const types = this.reflector.get<string[] | undefined>(ON_EVENT, target[method]!);
        for (const type of types ?? []) {
          const handler = { name: `${instance.constructor.name}.${method}`, handle: target[method]!.bind(instance) };
          this.register(type, handler);
        }
      }
    }
  }

  /** Adds a reaction to events of this type, after those that are known. */
  register(type: string, handler: EventHandler): void {
    this.byType.set(type, [...this.of(type), handler]);
  }

  of(type: string): EventHandler[] {
    return this.byType.get(type) ?? [];
  }
}
