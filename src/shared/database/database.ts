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
  constructor(private readonly source: DataSource) {}

  /** Runs `work` in one transaction, again (at most 3 times in all) when the database broke a deadlock. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (attempt >= TRIES || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
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
