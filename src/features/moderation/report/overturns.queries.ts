import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import type { OverturnRates, OverturnsByModerator, OverturnsByRule } from './overturns.types.js';

const MOST = 200;

const COUNTS = `count(*)::integer AS decisions, count(a.id)::integer AS appealed,
  count(*) FILTER (WHERE a.state <> 'OPEN')::integer AS "appealsDecided",
  count(*) FILTER (WHERE d.undone_because = 'APPEAL')::integer AS overturned,
  count(*) FILTER (WHERE d.undone_because = 'RECONSIDERED')::integer AS reconsidered,
  count(*) FILTER (WHERE a.state = 'OVERTURNED')::float / nullif(count(*) FILTER (WHERE a.state <> 'OPEN'), 0) AS "overturnRate"`;
/** $1 company, $2 since, $3 before */
const FROM = `FROM decision d LEFT JOIN appeal a ON a.decision_id = d.id`;
const WHERE = `d.company_id = $1 AND d.created_at >= $2 AND d.created_at < $3 AND d.act <> 'KEEP'`;

const BY_RULE = `${PLANNED_EACH_TIME}
SELECT coalesce(d.legal_ground, r.title) AS rule, ${COUNTS} ${FROM} LEFT JOIN rule r ON r.id = d.rule_id WHERE ${WHERE}
GROUP BY 1 ORDER BY overturned DESC, decisions DESC, rule LIMIT ${MOST}`;

const BY_MODERATOR = `${PLANNED_EACH_TIME}
SELECT u.display_name AS moderator, ${COUNTS} ${FROM} LEFT JOIN "user" u ON u.id = d.decided_by_id WHERE ${WHERE}
GROUP BY d.decided_by_id, u.display_name ORDER BY overturned DESC, decisions DESC, moderator, d.decided_by_id LIMIT ${MOST}`;

/** Counts over decisions and appeals; the caller has checked the viewer. */
@Injectable()
export class OverturnsQueries {
  constructor(private readonly database: Database) {}

  byRule(span: OverturnRates['span']): Promise<OverturnsByRule[]> {
    return this.over(BY_RULE, span);
  }

  byModerator(span: OverturnRates['span']): Promise<OverturnsByModerator[]> {
    return this.over(BY_MODERATOR, span);
  }

  private over<T>(sql: string, { companyId, since, before }: OverturnRates['span']): Promise<T[]> {
    return this.database.query<T>(sql, [companyId, since, before]);
  }
}
