import type { Company } from '../features/companies/company.entity.js';
import type { Database, Transaction } from '../shared/database/database.js';
import { RowProblem, type Kind, type Report } from './report.js';
import type { Row } from './csv-rows.js';
import type { Mapping } from './mapping.js';

/** What every part of an import works with. */
export interface ImportContext {
  database: Database;
  company: Company;
  /** null: the idea box */
  challengeId: string | null;
  mapping: Mapping;
  report: Report;
  /** in a transaction of its own, so that a break loses no more than one batch; a rehearsal has one for all */
  save<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

const BATCH = 500;

/** Reads each row, tells the problem of those that can't be read, and hands on the others in batches. */
export async function inBatches<T>(
  { report }: ImportContext,
  kind: Kind,
  rows: AsyncIterable<Row>,
  read: (row: Row) => T | null,
  write: (batch: T[]) => Promise<void>,
): Promise<void> {
  let batch: T[] = [];
  for await (const row of rows) {
    const item = attempt(report, row, () => read(row));
    if (item !== null) batch.push(item);
    if (batch.length === BATCH) {
      await write(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await write(batch);
}

/** The value, or null with the problem reported. */
export function attempt<T>(report: Report, { file, line }: { file: string; line: number }, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    report.problem(file, line, error);
    return null;
  }
}
