import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../shared/database/prepared-pg.js';
import { invalidField } from '../../shared/errors/validation.js';
import type { Company } from '../companies/company.entity.js';
import type { InsightsArgs } from './insights.args.js';
import type { AnswerTimes, ChallengeInsight, CompanyDesk, Funnel, Participation } from './insights.type.js';

export const MOST_CHALLENGES = 50;
const UNKNOWN_TIME_ZONE = '22023';

/**
 * The parts of the period, each beginning at a midnight of the viewer's: `bucket`; and `edge`, one row with where they
 * begin in an array, and where all ends. $1 company, $2 challenge, $3 and $4 first and last day, $5 unit, $6 time zone.
 */
const PERIOD = `${PLANNED_EACH_TIME}
WITH bucket AS (
  SELECT day::text, day::timestamp AT TIME ZONE $6 AS at, row_number() OVER (ORDER BY day) AS n
  FROM (SELECT greatest(start::date, $3::date) AS day
        FROM generate_series(date_trunc($5, $3::date::timestamp), $4::date::timestamp, ('1 ' || $5)::interval) start) days
), edge AS MATERIALIZED (
  SELECT array_agg(at ORDER BY at) AS ats, min(at) AS since, ($4::date + 1)::timestamp AT TIME ZONE $6 AS until FROM bucket
)`;
const within = (column: string) => `${column} >= edge.since AND ${column} < edge.until`;
const part = (column: string) => `width_bucket(${column}, edge.ats) AS n`;

/** First each person's acts in each part, so that the many votes are grouped by hash and not sorted. */
const on = (alias: string) =>
  `JOIN idea_tally t ON t.idea_id = ${alias}.idea_id AND t.listed AND ($2::uuid IS NULL OR t.challenge_id = $2)`;
const PARTICIPATION = `${PERIOD}, acts AS MATERIALIZED (
  SELECT n, person, sum(ideas)::integer AS ideas, sum(votes)::integer AS votes, sum(comments)::integer AS comments FROM (
    SELECT ${part('i.published_at')}, i.author_id AS person, 1 AS ideas, 0 AS votes, 0 AS comments FROM edge, idea i
    WHERE i.company_id = $1 AND i.visibility = 'PUBLISHED' AND ${within('i.published_at')} AND ($2::uuid IS NULL OR i.challenge_id = $2)
    UNION ALL
    SELECT ${part('v.created_at')}, v.user_id, 0, 1, 0 FROM edge, vote v ${on('v')} WHERE v.company_id = $1 AND ${within('v.created_at')}
    UNION ALL
    SELECT ${part('c.created_at')}, c.author_id, 0, 0, 1 FROM edge, comment c ${on('c')}
    WHERE c.company_id = $1 AND c.visibility = 'PUBLISHED' AND ${within('c.created_at')}
  ) act GROUP BY n, person
)
SELECT b.day, count(a.n)::integer AS people, coalesce(sum(a.ideas), 0)::integer AS ideas, coalesce(sum(a.votes), 0)::integer AS votes,
  coalesce(sum(a.comments), 0)::integer AS comments, (SELECT count(DISTINCT person)::integer FROM acts) AS all
FROM bucket b LEFT JOIN acts a USING (n) GROUP BY b.n, b.day ORDER BY b.n`;

const PLANNED = `('PLANNED', 'IN_PROGRESS', 'DELIVERED')`;
const FUNNEL = `count(*)::integer AS ideas, count(i.first_answered_at)::integer AS answered,
  count(*) FILTER (WHERE i.status IN ${PLANNED})::integer AS planned,
  count(*) FILTER (WHERE i.status = 'DELIVERED')::integer AS delivered,
  count(*) FILTER (WHERE i.status = 'DECLINED')::integer AS declined`;
const IDEAS = `i.company_id = $1 AND ($2::uuid IS NULL OR i.challenge_id = $2) AND i.visibility = 'PUBLISHED'`;
const HOURS = 'extract(epoch FROM i.first_answered_at - i.published_at) / 3600';
const percentile = (share: number) => `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${HOURS})`;

/** One row for each part, and a last one for all. */
const ANSWER_TIMES = `${PERIOD}, times AS (
  SELECT n, count(*)::integer AS answered, ${percentile(0.5)} AS median, ${percentile(0.9)} AS p90
  FROM (SELECT ${part('i.first_answered_at')}, i.* FROM edge, idea i WHERE ${IDEAS} AND i.first_answered_at IS NOT NULL
        AND ${within('i.first_answered_at')}) i
  GROUP BY GROUPING SETS ((n), ())
)
SELECT b.day, coalesce(t.answered, 0) AS answered, t.median AS "medianHours", t.p90 AS "p90Hours"
FROM bucket b FULL JOIN times t USING (n) ORDER BY n NULLS LAST`;

const BY_CHALLENGE = `${PERIOD}
SELECT i.challenge_id AS "challengeId", ${FUNNEL}, count(DISTINCT i.author_id)::integer AS authors,
  sum(t.up_count + t.down_count)::integer AS votes, sum(t.comment_count)::integer AS comments,
  ${percentile(0.5)} FILTER (WHERE i.first_answered_at IS NOT NULL) AS "medianHours"
FROM edge, idea i JOIN idea_tally t ON t.idea_id = i.id WHERE ${IDEAS} AND ${within('i.published_at')}
GROUP BY i.challenge_id ORDER BY count(*) DESC, i.challenge_id LIMIT ${MOST_CHALLENGES}`;

const DESK = `
SELECT waiting.count AS "waitingCount", waiting.overdue AS "overdueCount", waiting.since AS "waitingSince",
  (SELECT count(*)::integer FROM review WHERE company_id = $1 AND state = 'PENDING') AS "heldCount"
FROM (SELECT count(*)::integer AS count, count(*) FILTER (WHERE published_at < $2)::integer AS overdue, min(published_at) AS since
      FROM idea_tally WHERE company_id = $1 AND listed AND NOT answered) waiting`;

const DAY = 86_400_000;

/** Counts over a company's rows; the caller has checked the viewer. */
@Injectable()
export class InsightsQueries {
  constructor(private readonly database: Database) {}

  async participation(args: InsightsArgs): Promise<Omit<Participation, 'countedAt'>> {
    type Row = Participation['points'][number] & { all: number };
    const rows = await this.over<Row>(PARTICIPATION, args);
    return { people: rows[0]?.all ?? 0, points: rows };
  }

  async funnel(args: InsightsArgs): Promise<Funnel> {
    const sql = `${PERIOD} SELECT ${FUNNEL} FROM edge, idea i WHERE ${IDEAS} AND ${within('i.published_at')}`;
    return (await this.over<Funnel>(sql, args))[0]!;
  }

  async answerTimes(args: InsightsArgs): Promise<AnswerTimes> {
    const rows = await this.over<AnswerTimes['points'][number]>(ANSWER_TIMES, args);
    const all = rows.pop()!;
    return { ...all, points: rows };
  }

  byChallenge(args: InsightsArgs): Promise<ChallengeInsight[]> {
    return this.over(BY_CHALLENGE, args);
  }

  async desk({ id, answerDays }: Company, now: Date): Promise<CompanyDesk> {
    const due = new Date(now.getTime() - answerDays * DAY);
    return (await this.database.query<CompanyDesk>(DESK, [id, due]))[0]!;
  }

  /** @throws DomainError VALIDATION_FAILED on `timeZone` */
  private async over<T>(sql: string, { companyId, challengeId, from, to, unit, timeZone }: InsightsArgs): Promise<T[]> {
    try {
      return await this.database.query<T>(sql, [
        companyId,
        challengeId ?? null,
        from,
        to,
        unit.toLowerCase(),
        timeZone,
      ]);
    } catch (error) {
      if ((error as { code?: string }).code !== UNKNOWN_TIME_ZONE) throw error;
      throw invalidField('timeZone', 'UNKNOWN', {
        en: 'This time zone is not known.',
        es: 'Esta zona horaria no se conoce.',
        it: 'Questo fuso orario non è conosciuto.',
      });
    }
  }
}
