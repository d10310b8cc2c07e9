import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import type { Difference } from '../../../shared/database/difference.js';
import { seenSql } from './rules/reward-rule.policy.js';

/** Where what awards say is not what the ledger has, or the scores; nothing, if all is well. */
const VERIFY = `
WITH posted AS (
  SELECT t.company_id, t.cause, a.user_id, sum(e.amount)::float8 AS points FROM ledger_transaction first
  JOIN ledger_transaction t ON t.company_id = first.company_id AND t.cause = first.cause
  JOIN ledger_entry e ON e.transaction_id = t.id JOIN ledger_account a ON a.id = e.account_id AND a.kind = 'MEMBER'
  WHERE first.kind = 'AWARD' AND first.step = 1 GROUP BY 1, 2, 3
), given AS (
  SELECT id, company_id, 'award:' || id AS cause, user_id, CASE WHEN standing THEN points ELSE 0 END::float8 AS points FROM award
), scope AS (
  SELECT a.company_id, s.scope, a.user_id, sum(a.points)::float8 AS points FROM award a
  CROSS JOIN LATERAL (VALUES ('ALL'), (to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM')), (a.challenge_id::text)) s (scope)
  WHERE a.standing AND a.points > 0 AND ${seenSql('a.rule')} AND s.scope IS NOT NULL GROUP BY 1, 2, 3
)
SELECT coalesce(g.id::text, p.cause) AS id, 'award.points' AS "column", coalesce(g.points, 0) AS stored, coalesce(p.points, 0) AS counted
FROM given g FULL JOIN posted p ON p.company_id = g.company_id AND p.cause = g.cause AND p.user_id = g.user_id
WHERE coalesce(g.points, 0) <> coalesce(p.points, 0)
UNION ALL
SELECT coalesce(s.user_id, c.user_id)::text, 'score.points ' || coalesce(s.scope, c.scope), coalesce(s.points, 0)::float8, coalesce(c.points, 0)
FROM score s FULL JOIN scope c ON c.company_id = s.company_id AND c.scope = s.scope AND c.user_id = s.user_id
WHERE coalesce(s.points, 0)::float8 <> coalesce(c.points, 0)`;

/** Proves awards against the ledger and the scores. */
@Injectable()
export class VerifyAwardsService {
  constructor(private readonly database: Database) {}

  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }
}
