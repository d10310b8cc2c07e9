import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import { SANCTIONS_SQL } from '../decisions/decision.policy.js';
import type { Span } from './period.js';
import type {
  AllDecisions,
  AppealCounts,
  AutomaticMeans,
  DecisionCounts,
  DecisionsByAct,
  DecisionsByRule,
  DecisionsBySource,
  NoticeCounts,
  SuspensionCounts,
} from './report.types.js';

const MOST_RULES = 200;

/** $1 company, $2 from, $3 until: the lines of the period. Nothing but the log is read. */
const LINES = `${PLANNED_EACH_TIME}
WITH line AS (SELECT * FROM moderation_log WHERE company_id = $1 AND at >= $2 AND at < $3)`;

const DECISIONS = `${LINES}, made AS (
  SELECT d.act, d.basis, d.rule, d.automatic, u.decision_id IS NOT NULL AS undone,
    CASE WHEN n.noticed THEN 'NOTICES' ELSE d.found_by END AS source
  FROM line d
  LEFT JOIN moderation_log u ON u.company_id = $1 AND u.decision_id = d.decision_id AND u.entry = 'UNDONE' AND u.notice_id IS NULL
    AND u.outcome <> 'REPLACED'
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM moderation_log s
    WHERE s.company_id = $1 AND s.decision_id = d.decision_id AND s.notice_id IS NOT NULL AND s.entry = 'NOTICE_SETTLED') AS noticed) n
  WHERE d.entry = 'DECIDED'
)
SELECT act, basis, rule, source, count(*)::integer AS decisions, count(*) FILTER (WHERE automatic)::integer AS automatic,
  count(*) FILTER (WHERE undone)::integer AS undone, count(*) FILTER (WHERE automatic AND undone)::integer AS "automaticUndone",
  count(*) FILTER (WHERE settles AND NOT undone)::integer AS screened,
  count(*) FILTER (WHERE settles AND NOT undone AND act = 'KEEP')::integer AS "screenedKept",
  count(*) FILTER (WHERE act = 'SUSPEND' AND basis = 'LAW')::integer AS "byLaw",
  count(*) FILTER (WHERE act = 'SUSPEND' AND basis = 'RULES')::integer AS "byRules", grouping(act, source, rule) AS part
FROM (SELECT *, source = 'SCREENING' AND NOT automatic AND act NOT IN (${SANCTIONS_SQL}) AS settles FROM made) m
GROUP BY GROUPING SETS ((act), (source), (basis, rule), ())
ORDER BY decisions DESC, act, source, rule`;
/** The bits of `grouping`, from the left act, source, rule: set where the row is not of one of them. */
const [ACT, SOURCE, RULE, ALL] = [0b011, 0b101, 0b110, 0b111];

const median = (from: string, to: string) =>
  `percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${to} - ${from}) / 3600)`;

/** A notice that was reconsidered is settled again, and counts each time. */
const NOTICES = `${LINES}
SELECT count(*) FILTER (WHERE l.entry = 'NOTICE_RECEIVED')::integer AS received,
  count(*) FILTER (WHERE l.outcome = 'ACTED_ON' AND l.basis = 'LAW')::integer AS "actedOnByLaw",
  count(*) FILTER (WHERE l.outcome = 'ACTED_ON' AND l.basis IS DISTINCT FROM 'LAW')::integer AS "actedOnByRules",
  count(*) FILTER (WHERE l.outcome = 'NOT_ACTED_ON')::integer AS "notActedOn",
  count(*) FILTER (WHERE l.outcome = 'GONE')::integer AS gone,
  count(*) FILTER (WHERE l.entry = 'NOTICE_SETTLED' AND l.automatic)::integer AS automatic,
  ${median('r.at', 'l.at')} FILTER (WHERE l.outcome <> 'GONE') AS "medianHours"
FROM line l LEFT JOIN moderation_log r ON l.entry = 'NOTICE_SETTLED' AND r.company_id = $1 AND r.notice_id = l.notice_id
  AND r.entry = 'NOTICE_RECEIVED'
WHERE l.notice_id IS NOT NULL`;

const APPEALS = `${LINES}
SELECT count(*) FILTER (WHERE l.entry = 'APPEALED')::integer AS filed,
  count(*) FILTER (WHERE l.outcome = 'UPHELD')::integer AS upheld,
  count(*) FILTER (WHERE l.outcome = 'OVERTURNED')::integer AS overturned,
  ${median('f.at', 'l.at')} FILTER (WHERE l.entry = 'APPEAL_DECIDED') AS "medianHours"
FROM line l LEFT JOIN moderation_log f ON l.entry = 'APPEAL_DECIDED' AND f.company_id = $1 AND f.decision_id = l.decision_id
  AND f.entry = 'APPEALED' AND f.notice_id IS NOT DISTINCT FROM l.notice_id
WHERE l.entry IN ('APPEALED', 'APPEAL_DECIDED')`;

type Means = Omit<AutomaticMeans, 'errorRate' | 'screeningErrorRate'>;
type Group = DecisionsByAct &
  DecisionsByRule &
  DecisionsBySource &
  SuspensionCounts &
  Means & { part: number; automaticUndone: number };

/** Everything that is told of decisions. */
export interface DecisionFigures {
  decisions: AllDecisions;
  byAct: DecisionsByAct[];
  byRule: DecisionsByRule[];
  bySource: DecisionsBySource[];
  suspensions: SuspensionCounts;
  means: Means;
}

const counts = ({ decisions, automatic, undone }: Group): DecisionCounts => ({ decisions, automatic, undone });

/** Counts over the lines of a company's log, and over nothing else. */
@Injectable()
export class ReportQueries {
  constructor(private readonly database: Database) {}

  async decisions(companyId: string, span: Span): Promise<DecisionFigures> {
    const rows = await this.over<Group>(DECISIONS, companyId, span);
    const of = (part: number) => rows.filter((row) => row.part === part);
    const all = of(ALL)[0]!;
    const { decisions, automatic, automaticUndone: undone, screened, screenedKept, byLaw, byRules } = all;
    return {
      decisions: { decisions, automatic, undone: all.undone },
      byAct: of(ACT).map((row) => ({ act: row.act, ...counts(row) })),
      bySource: of(SOURCE).map((row) => ({ source: row.source, ...counts(row) })),
      byRule: of(RULE)
        .filter(({ rule }) => rule !== null)
        .slice(0, MOST_RULES)
        .map((row) => ({ basis: row.basis, rule: row.rule, ...counts(row) })),
      suspensions: { byLaw, byRules },
      means: { decisions: automatic, undone, screened, screenedKept },
    };
  }

  async notices(companyId: string, span: Span): Promise<NoticeCounts> {
    return (await this.over<NoticeCounts>(NOTICES, companyId, span))[0]!;
  }

  async appeals(companyId: string, span: Span): Promise<AppealCounts> {
    return (await this.over<AppealCounts>(APPEALS, companyId, span))[0]!;
  }

  /** Since when there is a log. */
  async since(companyId: string): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date }>(
      'SELECT at FROM moderation_log WHERE company_id = $1 ORDER BY at, position LIMIT 1',
      [companyId],
    );
    return row?.at ?? null;
  }

  private over<T>(sql: string, companyId: string, { from, until }: Span): Promise<T[]> {
    return this.database.query<T>(sql, [companyId, from, until]);
  }
}
