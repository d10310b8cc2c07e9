import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Difference } from '../../../shared/database/difference.js';
import { newId } from '../../../shared/database/ids.js';
import type { AccountKind, LedgerTransaction } from './ledger.entity.js';

/** What makes an account unique. */
export interface AccountKey {
  companyId: string;
  kind: AccountKind;
  userId: string | null;
  challengeId: string | null;
}

export const textOf = ({ companyId, kind, userId, challengeId }: AccountKey): string =>
  [companyId, kind, userId ?? challengeId ?? companyId].join('/');

/** A transaction with its two entries. */
export interface NewTransaction extends Omit<LedgerTransaction, 'postedAt'> {
  points: number;
  fromId: string;
  toId: string;
}

const KEYS = `unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) AS k (id, company_id, kind, user_id, challenge_id)`;
const SAME = `a.company_id = k.company_id AND a.kind = k.kind
  AND coalesce(a.user_id, a.challenge_id, a.company_id) = coalesce(k.user_id, k.challenge_id, k.company_id)`;

const OPEN = `
INSERT INTO ledger_account (id, company_id, kind, user_id, challenge_id)
SELECT k.* FROM ${KEYS} WHERE NOT EXISTS (SELECT FROM ledger_account a WHERE ${SAME})
ORDER BY k.company_id, k.kind, k.user_id, k.challenge_id ON CONFLICT DO NOTHING`;

const ACCOUNTS = `
SELECT a.id, a.company_id AS "companyId", a.kind, a.user_id AS "userId", a.challenge_id AS "challengeId"
FROM ${KEYS} JOIN ledger_account a ON ${SAME}`;

// of what is in it before nothing is returned, and no entry made
const INSERT = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (id uuid, "companyId" uuid, kind text, cause text, step integer, "eventId" uuid, rule text,
    "actorId" uuid, "ideaId" uuid, "commentId" uuid, "challengeId" uuid, "reversesId" uuid, because text, at timestamptz,
    points bigint, "fromId" uuid, "toId" uuid)
), posted AS (
  INSERT INTO ledger_transaction (id, company_id, kind, cause, step, event_id, rule, actor_id, idea_id, comment_id, challenge_id, reverses_id, because, at, posted_at)
  SELECT id, "companyId", kind, cause, step, "eventId", rule, "actorId", "ideaId", "commentId", "challengeId", "reversesId", because, at, $2
  FROM given ORDER BY "companyId", cause, step
  ON CONFLICT (company_id, cause, step) DO NOTHING RETURNING id, cause
), moved AS (
  INSERT INTO ledger_entry (transaction_id, account_id, company_id, amount)
  SELECT g.id, e.account_id, g."companyId", e.amount FROM given g JOIN posted p ON p.id = g.id
  CROSS JOIN LATERAL (VALUES (g."fromId", -g.points), (g."toId", g.points)) AS e (account_id, amount)
)
SELECT id, cause FROM posted`;

const LAST_STEPS = `
SELECT t.id, t.company_id AS "companyId", t.cause, t.step, t.rule, t.idea_id AS "ideaId", t.comment_id AS "commentId", t.challenge_id AS "challengeId",
  f.account_id AS "fromId", o.account_id AS "toId", o.amount::integer AS points
FROM unnest($1::uuid[], $2::text[]) c (company_id, cause) CROSS JOIN LATERAL (
  SELECT * FROM ledger_transaction WHERE company_id = c.company_id AND cause = c.cause ORDER BY step DESC LIMIT 1) t
JOIN ledger_entry f ON f.transaction_id = t.id AND f.amount < 0
JOIN ledger_entry o ON o.transaction_id = t.id AND o.amount > 0`;

const VERIFY = `
SELECT a.id, 'ledger_account.balance' AS "column", a.balance::float8 AS stored, coalesce(sum(e.amount), 0)::float8 AS counted
FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id GROUP BY a.id HAVING a.balance <> coalesce(sum(e.amount), 0)
UNION ALL
SELECT company_id, 'sum of ledger_account.balance', sum(balance)::float8, 0 FROM ledger_account GROUP BY company_id HAVING sum(balance) <> 0
UNION ALL
SELECT t.id, 'entries of ledger_transaction', count(e.amount)::float8, 2 FROM ledger_transaction t LEFT JOIN ledger_entry e ON e.transaction_id = t.id
GROUP BY t.id HAVING count(e.amount) <> 2 OR sum(e.amount) <> 0
UNION ALL
SELECT t.id, 'reversal of ledger_transaction', e.amount::float8, -o.amount::float8 FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id
LEFT JOIN ledger_entry o ON o.transaction_id = t.reverses_id AND o.account_id = e.account_id
WHERE t.reverses_id IS NOT NULL AND e.amount IS DISTINCT FROM -o.amount`;

type LastStep = Omit<NewTransaction, 'kind' | 'because' | 'at' | 'actorId' | 'eventId' | 'reversesId'>;

/** The ledger's statements. */
@Injectable()
export class LedgerQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Ids of accounts by `textOf` their keys; they are opened where they are not there yet. */
  async accounts(tx: Transaction, keys: AccountKey[]): Promise<Map<string, string>> {
    const unique = [...new Map(keys.map((key) => [textOf(key), key])).values()];
    const params = [
      unique.map(() => newId()),
      ...(['companyId', 'kind', 'userId', 'challengeId'] as const).map((name) => unique.map((key) => key[name])),
    ];
    const find = () => this.database.query<AccountKey & { id: string }>(ACCOUNTS, params, tx);
    let rows = await find();
    if (rows.length < unique.length) {
      await this.database.query(OPEN, params, tx);
      rows = await find();
    }
    return new Map(rows.map(({ id, ...key }) => [textOf(key), id]));
  }

  /** @returns ids of what is new, by cause */
  async insert(tx: Transaction, transactions: NewTransaction[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; cause: string }>(
      INSERT,
      [JSON.stringify(transactions), this.clock.now()],
      tx,
    );
    return new Map(rows.map(({ id, cause }) => [cause, id]));
  }

  lastSteps(tx: Transaction, of: Pick<LedgerTransaction, 'companyId' | 'cause'>[]): Promise<LastStep[]> {
    const params = [of.map(({ companyId }) => companyId), of.map(({ cause }) => cause)];
    return this.database.query<LastStep>(LAST_STEPS, params, tx);
  }

  async hold(tx: Transaction, companyId: string, userIds: string[]): Promise<void> {
    const sql = `SELECT FROM ledger_account WHERE company_id = $1 AND kind = 'MEMBER' AND user_id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    await this.database.query(sql, [companyId, userIds], tx);
  }

  async balance(tx: Transaction, key: AccountKey, lock: boolean): Promise<number> {
    if (lock) await this.accounts(tx, [key]);
    const [row] = await this.database.query<{ balance: string }>(
      `SELECT balance FROM ledger_account a WHERE company_id = $1 AND kind = $2
       AND coalesce(user_id, challenge_id, company_id) = $3 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
      [key.companyId, key.kind, key.userId ?? key.challengeId ?? key.companyId],
      tx,
    );
    return Number(row?.balance ?? 0);
  }

  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }
}
