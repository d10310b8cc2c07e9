import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { EntityColumns } from './entity-columns.js';

/** A transaction that is under way; services pass it on to each other. */
export type Transaction = EntityManager;

const RETRIED = new Set(['40001', '40P01']); // serialization failure, deadlock
const TRIES = 3;

/** The database as services see it: transactions, and hand-written SQL. */
@Injectable()
export class Database {
  private readonly afterwards = new WeakMap<Transaction, (() => void)[]>();

  constructor(private readonly source: DataSource) {}

  /** Runs `work` in one transaction, again (at most 3 times in all) when the database broke a deadlock. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const acts: (() => void)[] = [];
      try {
        const result = await this.source.transaction((tx) => {
          this.afterwards.set(tx, acts);
          return work(tx);
        });
        for (const act of acts) act();
        return result;
      } catch (error) {
        if (attempt >= TRIES || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  /**
   * Does this once the transaction has committed, and never if it does not; at once where there is none. For what may
   * be lost: a process that is killed in between does it no more. `act` does not throw.
   */
  afterCommit(tx: Transaction, act: () => void): void {
    const acts = this.afterwards.get(tx);
    if (acts) acts.push(act);
    else act();
  }

  /** Rows of one statement, as they come from the driver (snake_case unless aliased). */
  query<T>(sql: string, params: unknown[] = [], tx?: Transaction): Promise<T[]> {
    return (tx ?? this.source).query(sql, params) as Promise<T[]>;
  }

  /** An entity's part in hand-written statements, under this alias of its table. */
  columns<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, alias: string): EntityColumns<Entity> {
    return new EntityColumns(this.source, entity, alias);
  }

  /** Entity access outside a transaction. */
  get manager(): EntityManager {
    return this.source.manager;
  }
}
