import pg from 'pg';

/**
 * What only begins and ends a transaction; what asks from time to time whether a connection is still there; and what
 * tells onlookers, once for all that happened in a while.
 */
const FRAME = /^\s*((BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b|SELECT 1$|SELECT pg_notify\b)/i;

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');

/** The SQL statements that are sent from this process while `work` runs, transactions' own frames left out. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  const statements: string[] = [];
  prototype.query = function (...args) {
    const text = textOf(args[0]);
    if (!FRAME.test(text)) statements.push(text);
    return query.apply(this, args);
  };
  try {
    return { result: await work(), statements };
  } finally {
    prototype.query = query;
  }
}
