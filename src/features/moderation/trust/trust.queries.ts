import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { SANCTIONS_SQL } from '../decisions/decision.policy.js';
import { BROKEN_DAYS, KEPT_DAYS, RECENT_DAYS, type TrustRecord } from './trust.policy.js';

const DAY = 24 * 3_600_000;

/** A customer whose level the rules decide. */
export interface Candidate {
  membershipId: string;
  companyId: string;
  userId: string;
  level: number;
  belowSince: Date | null;
}

const CANDIDATES = `
SELECT m.id AS "membershipId", m.company_id AS "companyId", m.user_id AS "userId", m.trust_level AS level, t.below_since AS "belowSince"
FROM membership m LEFT JOIN member_trust t ON t.company_id = m.company_id AND t.user_id = m.user_id
WHERE m.role = 'CUSTOMER' AND t.fixed_at IS NULL AND (m.company_id, m.user_id) > ($1::uuid, $2::uuid)
ORDER BY m.company_id, m.user_id LIMIT $3`;

const of = (table: string, condition: string, figure = 'count(*)') =>
  `(SELECT ${figure}::integer FROM ${table} WHERE x.company_id = k.company_id AND ${condition})`;
const POSTS = (since: string) =>
  `${of('idea x', `x.author_id = k.user_id AND x.visibility = 'PUBLISHED' ${since && `AND x.published_at >= ${since}`}`)}
   + ${of('comment x', `x.author_id = k.user_id AND x.visibility = 'PUBLISHED' ${since && `AND x.created_at >= ${since}`}`)}`;

/** Their reports that a person decided. */
const FLAGS = (state: string) =>
  of(
    'flag x JOIN review r ON r.id = x.review_id',
    `x.flagger_id = k.user_id AND x.state = '${state}' AND x.decided_at >= $4 AND r.decided_by_id IS NOT NULL`,
  );

const RECORDS = `
SELECT
  ${of('member_day x', 'x.user_id = k.user_id AND x.day >= $3')} AS "activeDays",
  ${of('member_day x', 'x.user_id = k.user_id AND x.day >= $3', 'coalesce(sum(read_count), 0)')} AS "ideasRead",
  ${POSTS('')} AS "acceptedPosts",
  ${of('comment x', `x.author_id = k.user_id AND x.visibility = 'PUBLISHED'`, 'coalesce(sum(appreciation_count), 0)')}
    + ${of('idea x JOIN idea_tally t ON t.idea_id = x.id', `x.author_id = k.user_id AND x.visibility = 'PUBLISHED'`, 'coalesce(sum(t.up_count), 0)')} AS "appreciations",
  ${of('decision x', `x.subject_id = k.user_id AND x.created_at >= $4 AND x.undone_at IS NULL AND NOT x.automatic AND x.act IN ('HIDE', 'REMOVE', ${SANCTIONS_SQL})`, 'count(DISTINCT x.review_id)')} AS "rulesBroken",
  greatest(${FLAGS('REJECTED')} - ${FLAGS('UPHELD')}, 0) AS "wrongFlags",
  ${of('member_day x', 'x.user_id = k.user_id AND x.day >= ($5::timestamptz)::date')} AS "recentActiveDays",
  ${POSTS('$5::timestamptz')} AS "recentAcceptedPosts"
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY k (company_id, user_id, place) ORDER BY k.place`;

/** What the rules of trust look at. */
@Injectable()
export class TrustQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The next customers, after this one, whom no manager has fixed. */
  candidates(after: Pick<Candidate, 'companyId' | 'userId'>, most: number): Promise<Candidate[]> {
    return this.database.query<Candidate>(CANDIDATES, [after.companyId, after.userId, most]);
  }

  /** What each of these has done, in their order. One statement. */
  records(members: Pick<Candidate, 'companyId' | 'userId'>[]): Promise<TrustRecord[]> {
    const ago = (days: number) => new Date(+this.clock.now() - days * DAY);
    return this.database.query<TrustRecord>(RECORDS, [
      members.map(({ companyId }) => companyId),
      members.map(({ userId }) => userId),
      ...[ago(KEPT_DAYS), ago(BROKEN_DAYS), ago(RECENT_DAYS)],
    ]);
  }
}
