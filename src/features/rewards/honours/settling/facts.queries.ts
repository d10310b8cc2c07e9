import { Injectable } from '@nestjs/common';
import { Role } from '../../../../shared/auth/role.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { excludedSql } from '../../../companies/company.policy.js';
import { ALL_WAYS, BadgeMetric, type Facts, Secret, SILENT_DAYS } from '../badges/badge.policy.js';
import { seenSql } from '../../points/rules/reward-rule.policy.js';
import { weightSql } from '../levels/level.policy.js';

/** What a member's awards and their membership say. */
export interface MemberFacts extends Facts {
  userId: string;
  /** null: no member any more */
  membershipId: string | null;
  /** whether they are given levels and badges now */
  mayEarn: boolean;
  contribution: number;
  highestLevel: number;
  /** when they came to it, and until when they have looked at what they earned */
  reachedAt: Date | null;
  seenAt: Date | null;
}

/** Who is given levels and badges: not who decides about others, not who has no part in rewards or only reads for now. */
const mayEarn = (now: string) => `(m.role IN ('${Role.CUSTOMER}', '${Role.EXPERT}') AND u.erased_at IS NULL
  AND NOT ${excludedSql('m', now)} AND NOT coalesce(m.suspended_until > ${now}, false))`;

const items = (column: string, ...rules: string[]) =>
  `count(DISTINCT w.${column}) FILTER (WHERE w.rule IN (${rules.map((rule) => `'${rule}'`).join(', ')}))`;

/** Each figure, of the rows of an `award w` of one member. Those that gave no points because of a cap count too. */
const FIGURES: Record<Exclude<BadgeMetric, BadgeMetric.YEARS>, string> = {
  [BadgeMetric.IDEAS_PUBLISHED]: items('idea_id', 'IDEA_PUBLISHED'),
  [BadgeMetric.IDEAS_ACCEPTED]: items('idea_id', 'IDEA_PLANNED', 'IDEA_DELIVERED'),
  [BadgeMetric.COMMENTS_APPRECIATED]: items('comment_id', 'COMMENT_APPRECIATED'),
  [BadgeMetric.ANSWERS_GIVEN]: items('comment_id', 'ANSWER_GIVEN'),
  [BadgeMetric.SIMILAR_FOUND]: items('flag_id', 'SIMILAR_FOUND'),
  [BadgeMetric.FLAGS_UPHELD]: items('flag_id', 'FLAG_UPHELD'),
  [BadgeMetric.IDEAS_WON]: items('idea_id', 'WINNER'),
};

/** Others see who has these, and when: what nobody may know of does not count. */
const SECRETS: Record<Secret, string> = {
  [Secret.ALL_ROUNDER]: `count(DISTINCT w.rule) FILTER (WHERE ${seenSql('w.rule')}) >= ${ALL_WAYS}`,
  [Secret.BULLSEYE]: `(array_agg(w.idea_id ORDER BY w.at, w.id) FILTER (WHERE w.rule = 'IDEA_PUBLISHED'))[1]
    = ANY (array_agg(w.idea_id) FILTER (WHERE w.rule = 'IDEA_DELIVERED'))`,
  [Secret.SECOND_WIND]: `max(w.pause) FILTER (WHERE ${seenSql('w.rule')}) >= interval '${SILENT_DAYS} days'`,
};

const listed = (columns: Record<string, string>, type: string) =>
  Object.entries(columns)
    .map(([name, sql]) => `(${sql})::${type} AS "${name}"`)
    .join(', ');
const names = (columns: object, otherwise: string) =>
  Object.keys(columns)
    .map((name) => `coalesce(a."${name}", ${otherwise}) AS "${name}"`)
    .join(', ');

const SUM = `sum(${weightSql('w.points', 'w.at')}) FILTER (WHERE ${seenSql('w.rule')})`;
const FACTS = `
SELECT u.id AS "userId", m.id AS "membershipId", coalesce(${mayEarn('$3')}, false) AS "mayEarn",
  coalesce(l.highest_level, 1) AS "highestLevel", l.reached_at AS "reachedAt", l.seen_at AS "seenAt",
  coalesce(a.contribution, 0) AS contribution, ${names(FIGURES, '0')}, ${names(SECRETS, 'false')},
  coalesce(extract(year FROM age($3 AT TIME ZONE 'UTC', m.joined_at AT TIME ZONE 'UTC')), 0)::integer AS "${BadgeMetric.YEARS}"
FROM "user" u LEFT JOIN member_level l ON l.company_id = $1 AND l.user_id = u.id
LEFT JOIN membership m ON m.company_id = $1 AND m.user_id = u.id
LEFT JOIN (
  SELECT w.user_id, ${SUM} AS contribution, ${listed(FIGURES, 'integer')}, ${listed(SECRETS, 'boolean')}
  FROM (SELECT x.*, x.at - lag(x.at) OVER (PARTITION BY x.user_id, ${seenSql('x.rule')} ORDER BY x.at, x.id) AS pause
    FROM award x WHERE x.company_id = $1 AND x.user_id = ANY ($2::uuid[]) AND x.standing AND x.eligible) w
  GROUP BY w.user_id) a ON a.user_id = u.id
WHERE u.id = ANY ($2::uuid[])`;

/** From now on nobody else settles these members: what is read after this is what all before have done. */
const LOCK = `INSERT INTO member_level (company_id, user_id) SELECT $1, id FROM unnest($2::uuid[]) id ORDER BY id
ON CONFLICT (company_id, user_id) DO UPDATE SET highest_level = member_level.highest_level`;

const MEMBERS = `SELECT user_id AS id FROM membership WHERE company_id = $1 AND user_id > $2::uuid ORDER BY user_id LIMIT $3`;

/** Members who have been here so long that a badge for it is due; of those it can be given to. */
const DUE = `
WITH step AS (
  SELECT c.id AS company_id, s.years, b.id AS badge_id FROM company c CROSS JOIN unnest($2::integer[]) s (years)
  LEFT JOIN badge b ON b.company_id = c.id AND b.built_in = '${BadgeMetric.YEARS}_' || s.years
  UNION ALL SELECT company_id, threshold, id FROM badge WHERE metric = '${BadgeMetric.YEARS}' AND retired_at IS NULL)
SELECT DISTINCT m.company_id AS "companyId", m.user_id AS "userId"
FROM step JOIN membership m ON m.company_id = step.company_id AND m.joined_at <= $1::timestamptz - step.years * interval '1 year'
JOIN "user" u ON u.id = m.user_id
WHERE ${mayEarn('$1')} AND (m.company_id, m.user_id) > ($3::uuid, $4::uuid)
  AND NOT EXISTS (SELECT FROM badge_holding h WHERE h.company_id = m.company_id AND h.badge_id = step.badge_id AND h.user_id = m.user_id)
ORDER BY 1, 2 LIMIT $5`;

type Row = Omit<MemberFacts, 'figures' | 'secrets'> & Facts['figures'] & Record<Secret, boolean>;

const factsOf = (row: Row): MemberFacts => ({
  ...row,
  figures: row,
  secrets: Object.values(Secret).filter((secret) => row[secret]),
});

/** What members' levels and badges follow from. */
@Injectable()
export class FactsQueries {
  constructor(private readonly database: Database) {}

  /** What is so of these members, whom nobody else settles until the transaction ends. Two statements. */
  async lock(tx: Transaction, companyId: string, userIds: string[], now: Date): Promise<MemberFacts[]> {
    await this.database.query(LOCK, [companyId, userIds], tx);
    return (await this.database.query<Row>(FACTS, [companyId, userIds, now], tx)).map(factsOf);
  }

  /** What is so of somebody just now, to be looked at. */
  async of(companyId: string, userId: string, now: Date): Promise<MemberFacts> {
    const [row] = await this.database.query<Row>(FACTS, [companyId, [userId], now]);
    return factsOf(row!);
  }

  /** The next members of a company after this one, by their ids. */
  async members(tx: Transaction, companyId: string, after: string, most: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(MEMBERS, [companyId, after, most], tx);
    return rows.map(({ id }) => id);
  }

  /** The next members after this one for whom a badge for their years is due. */
  anniversaries(now: Date, ladder: readonly number[], after: { companyId: string; userId: string }, most: number) {
    return this.database.query<{ companyId: string; userId: string }>(DUE, [
      now,
      ladder,
      after.companyId,
      after.userId,
      most,
    ]);
  }
}
