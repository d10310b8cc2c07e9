import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../shared/database/database.js';

const DAY = 86_400_000;

/** Rows by table, written in one statement each: the demo is loaded in bulk, as a backup would be. */
export class Rows {
  private readonly tables = new Map<string, Record<string, unknown>[]>();

  constructor(private readonly now: Date) {}

  add(table: string, row: Record<string, unknown>): void {
    this.tables.set(table, [...(this.tables.get(table) ?? []), row]);
  }

  /** The moment so many days ago; ahead where negative. */
  ago(days: number): Date {
    return new Date(this.now.getTime() - days * DAY);
  }

  /** A new id whose order is that of `moment`. */
  id(moment: Date): string {
    return v7({ msecs: Math.max(moment.getTime(), 0) });
  }

  async write(database: Database, tx: Transaction): Promise<void> {
    for (const [table, rows] of this.tables) {
      const columns = Object.keys(rows[0]!).join(', ');
      await database.query(
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
        [JSON.stringify(rows)],
        tx,
      );
    }
  }
}

/** `count` of these keys, always the same ones for the same seed, in a spread that looks like chance. */
export function pick(keys: string[], count: number, seed: string): string[] {
  const rank = (key: string) => createHash('md5').update(`${seed}/${key}`).digest('hex');
  return [...keys].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, count);
}

/** A number from 0 to 1 that belongs to the seed. */
export const share = (seed: string): number => createHash('md5').update(seed).digest().readUInt32BE() / 0xffffffff;
