import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database } from '../../../../shared/database/database.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import type { RewardBudget, RewardBudgetArgs, RewardMonth } from './budget.types.js';

type Moved = Omit<RewardMonth, 'month'>;

/** Of entries `e`: what each account got tells what moved, and a reversal in it counts against it by itself. */
const MOVED = `
  coalesce(-sum(e.amount) FILTER (WHERE a.kind = 'BUDGET' AND coalesce(root.kind, t.kind) <> 'FULFILMENT'), 0)::float8 AS issued,
  coalesce(sum(e.amount) FILTER (WHERE a.kind = 'ESCROW' AND coalesce(root.kind, t.kind) <> 'FULFILMENT'), 0)::float8 AS spent,
  coalesce(sum(e.amount) FILTER (WHERE a.kind = 'EXPIRED'), 0)::float8 AS expired,
  coalesce(sum(e.amount) FILTER (WHERE a.kind = 'RESERVE'), 0)::float8 AS forfeited`;
/** The accounts of a company beside its members': few, however many these are. */
const OWN = `SELECT id, kind FROM ledger_account WHERE company_id = $1 AND kind IN ('BUDGET', 'ESCROW', 'EXPIRED', 'RESERVE')`;
const ROOT = `LEFT JOIN ledger_transaction root ON t.step > 1 AND root.company_id = t.company_id AND root.cause = t.cause AND root.step = 1`;

const MONTHS = `
SELECT to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, ${MOVED}
FROM ledger_transaction t ${ROOT} JOIN ledger_entry e ON e.transaction_id = t.id JOIN (${OWN}) a ON a.id = e.account_id
WHERE t.company_id = $1 AND t.at >= $2 GROUP BY 1`;

// what is owed is in the balances, and what was fulfilled in what the budget got back
const TOTALS = `
WITH held AS (
  SELECT kind, sum(balance) AS sum, sum(balance) FILTER (WHERE balance > 0) AS above, -sum(balance) FILTER (WHERE balance < 0) AS below
  FROM ledger_account WHERE company_id = $1 GROUP BY kind
), fulfilled AS (
  SELECT coalesce(sum(e.amount), 0) AS sum FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id
  JOIN ledger_transaction t ON t.id = e.transaction_id ${ROOT}
  WHERE a.company_id = $1 AND a.kind = 'ESCROW' AND coalesce(root.kind, t.kind) = 'FULFILMENT'
)
SELECT coalesce(max(sum) FILTER (WHERE kind = 'BUDGET'), 0)::float8 * -1 - max(f) AS issued,
  coalesce(max(sum) FILTER (WHERE kind = 'ESCROW'), 0)::float8 - max(f) AS spent,
  coalesce(max(sum) FILTER (WHERE kind = 'ESCROW'), 0)::float8 AS waiting,
  coalesce(max(sum) FILTER (WHERE kind = 'EXPIRED'), 0)::float8 AS expired,
  coalesce(max(sum) FILTER (WHERE kind = 'RESERVE'), 0)::float8 AS forfeited,
  coalesce(max(sum) FILTER (WHERE kind = 'POOL'), 0)::float8 AS promised,
  coalesce(max(above) FILTER (WHERE kind = 'MEMBER'), 0)::float8 AS liability,
  coalesce(max(below) FILTER (WHERE kind = 'MEMBER'), 0)::float8 AS debts
FROM held RIGHT JOIN (SELECT sum::float8 AS f FROM fulfilled) x ON true`;

/** What a company's points cost it. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `require` */
  async of(viewer: Viewer, { companyId, months }: RewardBudgetArgs): Promise<RewardBudget> {
    await this.memberships.require(viewer, companyId, 'company.manage');
    const names = lastMonths(this.clock.now(), months);
    const [[totals], rows] = await Promise.all([
      this.database.query<Omit<RewardBudget, 'months'>>(TOTALS, [companyId]),
      this.database.query<RewardMonth>(MONTHS, [companyId, new Date(`${names[0]}-01T00:00:00Z`)]),
    ]);
    const found = new Map(rows.map((row) => [row.month, row]));
    return { ...totals!, months: names.map((month) => found.get(month) ?? { month, ...NOTHING }) };
  }
}

const NOTHING: Moved = { issued: 0, spent: 0, expired: 0, forfeited: 0 };

/** This month and those before it, as 2026-03, the earliest first. */
const lastMonths = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count + 1 + index, 1)).toISOString().slice(0, 7),
  );
