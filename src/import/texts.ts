import type { Transaction } from '../shared/database/database.js';
import { newId } from '../shared/database/ids.js';
import { DomainError } from '../shared/errors/domain-error.js';
import { Locale } from '../shared/errors/locale.js';
import type { ImportContext } from './context.js';
import { RowProblem } from './report.js';

/** Runs a check of the API's own; its refusal becomes the problem of the column that the field was read from. */
export function fieldProblem(check: () => unknown, columns: Record<string, string>): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { message, extensions } = error.describe(Locale.EN);
    const [field] = (extensions.fields ?? []) as { path: string; message: string }[];
    throw new RowProblem(columns[field?.path ?? ''] ?? '(row)', field?.message ?? message);
  }
}

interface Past {
  type: string;
  aggregateId: string;
  authorId: string;
  at: Date;
  payload: object;
}

/** Notes what happened long ago: for the record, not to be told to anybody now. */
export async function remember({ company, database }: ImportContext, tx: Transaction, facts: Past[]): Promise<void> {
  if (facts.length === 0) return;
  await database.query(
    `INSERT INTO event (id, company_id, type, aggregate_id, actor_id, payload, occurred_at, dispatched_at)
     SELECT id, $1, type, aggregate_id, actor_id, payload, at, at
     FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::timestamptz[]) AS e (id, type, aggregate_id, actor_id, payload, at)`,
    [
      company.id,
      facts.map(() => newId()),
      facts.map(({ type }) => type),
      facts.map(({ aggregateId }) => aggregateId),
      facts.map(({ authorId }) => authorId),
      facts.map(({ payload }) => JSON.stringify(payload)),
      facts.map(({ at }) => at),
    ],
    tx,
  );
}
