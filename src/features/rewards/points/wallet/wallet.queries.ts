import { Injectable } from '@nestjs/common';
import { Database } from '../../../../shared/database/database.js';
import { type Connection, decodeCursor, type PageArgs, toConnection } from '../../../../shared/graphql/connection.js';
import { LAST_ACTIVITY } from './expiry.policy.js';
import { LedgerStep, type Wallet, type WalletLine } from './wallet.types.js';

/** What counts as earned. */
const EARNED = `('AWARD', 'GIFT', 'PRIZE')`;

/** What a transaction of a cause was in the first place. */
const ROOT = `JOIN ledger_transaction root ON root.company_id = t.company_id AND root.cause = t.cause AND root.step = 1`;

const WALLETS = `
SELECT m.company_id AS "companyId", coalesce(a.balance, 0)::integer AS balance, coalesce(s.earned, 0)::integer AS earned,
  coalesce(s.waiting, 0)::integer AS waiting, x.expires_at AS "expiresAt"
FROM membership m
LEFT JOIN ledger_account a ON a.company_id = m.company_id AND a.kind = 'MEMBER' AND coalesce(a.user_id, a.challenge_id, a.company_id) = m.user_id
LEFT JOIN LATERAL (
  SELECT sum(e.amount) FILTER (WHERE root.kind IN ${EARNED}) AS earned,
    -sum(e.amount) FILTER (WHERE root.kind = 'REDEMPTION' AND NOT EXISTS (
      SELECT FROM ledger_transaction f WHERE f.company_id = t.company_id AND f.cause = 'fulfilment:' || substr(t.cause, length('redemption:') + 1))) AS waiting
  FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id ${ROOT} WHERE e.account_id = a.id
) s ON true
LEFT JOIN point_expiry x ON x.company_id = m.company_id AND x.user_id = m.user_id AND a.balance > 0
  AND x.last_at = (${LAST_ACTIVITY('a.id')})
WHERE m.user_id = $1 AND ($2::uuid IS NULL OR m.company_id = $2) AND ($2::uuid IS NOT NULL OR a.id IS NOT NULL)
ORDER BY m.joined_at, m.id`;

const LINES = `
SELECT t.id, t.at, root.kind, t.step AS number, e.amount::integer AS points, root.rule, t.because, t.cause, root.idea_id AS "ideaId",
  root.comment_id AS "commentId", root.challenge_id AS "challengeId", r.reward_id AS "rewardId",
  (SELECT max(l.step) % 2 = 1 FROM ledger_transaction l WHERE l.company_id = t.company_id AND l.cause = t.cause) AS stands
FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id JOIN ledger_transaction t ON t.id = e.transaction_id ${ROOT}
LEFT JOIN redemption r ON r.id = CASE WHEN root.kind = 'REDEMPTION' THEN substr(root.cause, length('redemption:') + 1)::uuid END
WHERE a.company_id = $1 AND a.kind = 'MEMBER' AND coalesce(a.user_id, a.challenge_id, a.company_id) = $2
  AND ($3::timestamptz IS NULL OR (t.at, t.id) < ($3, $4::uuid))
ORDER BY t.at DESC, t.id DESC LIMIT $5`;

const COUNT = `
SELECT count(*)::integer AS count FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id
WHERE a.company_id = $1 AND a.kind = 'MEMBER' AND coalesce(a.user_id, a.challenge_id, a.company_id) = $2`;

type WalletRow = Omit<Wallet, 'expiring'> & { expiresAt: Date | null };
type LineRow = Omit<WalletLine, 'step'> & { number: number };

/** What members see of the ledger: their own points. */
@Injectable()
export class WalletQueries {
  constructor(private readonly database: Database) {}

  /** Of where they are a member: one company, or all where they have ever had points. */
  async wallets(userId: string, companyId: string | null): Promise<Wallet[]> {
    const rows = await this.database.query<WalletRow>(WALLETS, [userId, companyId]);
    return rows.map(({ expiresAt, ...wallet }) => ({
      ...wallet,
      expiring: expiresAt && { points: wallet.balance, at: expiresAt },
    }));
  }

  /** One page of a member's story, the newest first, by when each was: what is settled later stands where it belongs. */
  async lines(userId: string, companyId: string, page: PageArgs): Promise<Connection<WalletLine>> {
    const [at, id] = decodeCursor(page.after, ['time', 'id']) ?? [null, null];
    const rows = await this.database.query<LineRow>(LINES, [companyId, userId, at, id, page.first + 1]);
    const lines = rows.map(({ number, ...line }) => ({ ...line, step: stepOf(number) }));
    return toConnection(
      lines,
      page,
      (line) => [line.at.toISOString(), line.id],
      async () => {
        const [row] = await this.database.query<{ count: number }>(COUNT, [companyId, userId]);
        return row!.count;
      },
    );
  }
}

function stepOf(number: number): LedgerStep {
  if (number === 1) return LedgerStep.POSTED;
  return number % 2 === 0 ? LedgerStep.REVERSED : LedgerStep.RESTORED;
}
