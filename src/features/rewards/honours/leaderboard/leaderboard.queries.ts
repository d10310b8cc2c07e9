import { Injectable } from '@nestjs/common';
import { Role } from '../../../../shared/auth/role.js';
import { Database } from '../../../../shared/database/database.js';
import { excludedSql } from '../../../companies/company.policy.js';

/** Whose leaderboard: a company's, and a scope of scores.service.ts. */
export interface Board {
  companyId: string;
  scope: string;
}

/** A member on it, before their rank is known. */
export interface Row {
  userId: string;
  points: number;
  contribution: number;
}

/** Where a list goes on: after who has so many points, the first by their id among those who have the same. */
export type Place = Pick<Row, 'userId' | 'points'>;

const BEFORE_ALL: Place = { points: 2 ** 31 - 1, userId: '00000000-0000-0000-0000-000000000000' };

/** What keeps a member from being listed now: asked to be left out, staff, or no part in rewards. */
const HIDDEN = `(m.role <> '${Role.CUSTOMER}' OR m.leaderboard_opt_out OR ${excludedSql('m', '$3')}
  OR coalesce(m.suspended_until > $3, false))`;

/** Who is listed, as `score s` and `membership m`. */
const LISTED = `score s JOIN membership m ON m.company_id = s.company_id AND m.user_id = s.user_id AND NOT ${HIDDEN}
WHERE s.company_id = $1 AND s.scope = $2 AND s.points > 0`;

const ROW = `SELECT s.user_id AS "userId", s.points, coalesce(l.contribution, 0) AS contribution FROM (
  SELECT s.company_id, s.user_id, s.points FROM ${LISTED}`;
const LEVELS = `) s LEFT JOIN member_level l ON l.company_id = s.company_id AND l.user_id = s.user_id`;

const AFTER = `${ROW} AND s.points <= $4 AND (s.points < $4 OR s.user_id > $5::uuid)
  ORDER BY s.points DESC, s.user_id LIMIT $6 ${LEVELS} ORDER BY s.points DESC, s.user_id`;
const BEFORE = `${ROW} AND s.points >= $4 AND (s.points > $4 OR s.user_id < $5::uuid)
  ORDER BY s.points, s.user_id DESC LIMIT $6 ${LEVELS} ORDER BY s.points DESC, s.user_id`;
const OF = `${ROW} AND s.user_id = $4 ${LEVELS}`;

const SCORES = 's.company_id = $1 AND s.scope = $2 AND s.points > 0';
const OF_USER = `score s ON s.company_id = $1 AND s.scope = $2 AND s.points > 0 AND s.points >= $5`;

/**
 * Points of those who have some and are not listed: few, so that they are taken away from the count of all, which the
 * index alone tells. Who has left is known by their own row, moments later. The first lines name the index's condition.
 */
const UNLISTED = `
  SELECT s.points FROM membership m JOIN ${OF_USER} AND s.user_id = m.user_id WHERE m.company_id = $1
    AND (m.role <> 'CUSTOMER' OR m.leaderboard_opt_out OR m.excluded_until IS NOT NULL OR m.suspended_until IS NOT NULL) AND ${HIDDEN}
  UNION ALL SELECT s.points FROM member_level l JOIN ${OF_USER} AND s.user_id = l.user_id WHERE l.company_id = $1 AND l.departed`;

/** How many have more than the first of these points ($4), and how many each amount from there down to the last ($5). */
const COUNTS = `
WITH unlisted AS MATERIALIZED (${UNLISTED})
SELECT NULL::integer AS points, ((SELECT count(*) FROM score s WHERE ${SCORES} AND s.points > $4)
  - (SELECT count(*) FROM unlisted WHERE points > $4))::integer AS members
UNION ALL SELECT points, sum(members)::integer FROM (
  SELECT s.points, count(*) AS members FROM score s WHERE ${SCORES} AND s.points BETWEEN $5 AND $4 GROUP BY s.points
  UNION ALL SELECT points, -count(*) FROM unlisted WHERE points <= $4 GROUP BY points) t GROUP BY points`;

/** Leaderboards, in the order of their index. */
@Injectable()
export class LeaderboardQueries {
  constructor(private readonly database: Database) {}

  /** The next after a place, or the first of all. */
  after({ companyId, scope }: Board, now: Date, place: Place | null, most: number): Promise<Row[]> {
    const { points, userId } = place ?? BEFORE_ALL;
    return this.database.query<Row>(AFTER, [companyId, scope, now, points, userId, most]);
  }

  /** The last before a place, in the order of the list. */
  before({ companyId, scope }: Board, now: Date, { points, userId }: Place, most: number): Promise<Row[]> {
    return this.database.query<Row>(BEFORE, [companyId, scope, now, points, userId, most]);
  }

  /** A member's own row; null where they are not listed. */
  async of({ companyId, scope }: Board, now: Date, userId: string): Promise<Row | null> {
    return (await this.database.query<Row>(OF, [companyId, scope, now, userId]))[0] ?? null;
  }

  /** The rank of each amount of points that these rows have, which follow each other in the list. */
  async ranks(board: Board, now: Date, rows: Row[]): Promise<Map<number, number>> {
    if (rows.length === 0) return new Map();
    const counts = await this.counts(board, now, rows[0]!.points, rows.at(-1)!.points);
    const ranks = new Map<number, number>();
    let above = counts.find(({ points }) => points === null)!.members;
    const amounts = counts.flatMap(({ points, members }) => (points === null ? [] : [{ points, members }]));
    for (const { points, members } of amounts.sort((a, b) => b.points - a.points)) {
      ranks.set(points, above + 1);
      above += members;
    }
    return ranks;
  }

  async total(board: Board, now: Date): Promise<number> {
    const counts = await this.counts(board, now, 0, 1);
    return counts.find(({ points }) => points === null)!.members;
  }

  private counts({ companyId, scope }: Board, now: Date, most: number, least: number) {
    const values = [companyId, scope, now, most, least];
    return this.database.query<{ points: number | null; members: number }>(COUNTS, values);
  }
}
