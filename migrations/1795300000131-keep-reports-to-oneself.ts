import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has ever earned something by a report that was right. */
const REPORTERS = `(SELECT DISTINCT company_id, user_id FROM award WHERE rule = 'FLAG_UPHELD')`;

/**
 * Counts anew what others see of them. Whoever settles meanwhile waits for the locked rows, and adds to what is counted
 * here: the statements after the locks see all that was there before.
 */
const recount = (counts: string): string[] => [
  `SELECT FROM score WHERE (company_id, user_id) IN ${REPORTERS} ORDER BY company_id, scope, user_id FOR UPDATE`,
  `UPDATE score SET points = 0 WHERE (company_id, user_id) IN ${REPORTERS}`,
  `INSERT INTO score (company_id, scope, user_id, points)
   SELECT a.company_id, s.scope, a.user_id, sum(a.points)::integer FROM award a
   CROSS JOIN LATERAL (VALUES ('ALL'), (to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM')), (a.challenge_id::text)) s (scope)
   WHERE (a.company_id, a.user_id) IN ${REPORTERS} AND a.standing AND a.points > 0 AND ${counts} AND s.scope IS NOT NULL
   GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
   ON CONFLICT (company_id, scope, user_id) DO UPDATE SET points = excluded.points`,
  `SELECT FROM member_level WHERE (company_id, user_id) IN ${REPORTERS} ORDER BY company_id, user_id FOR UPDATE`,
  // each point as it is stored: twice as much for every 180 days after 2026 began
  `UPDATE member_level l SET contribution = coalesce((
     SELECT sum(a.points * power(2::double precision, (extract(epoch FROM a.at) - 1767225600)::double precision / 15552000))
     FROM award a WHERE a.company_id = l.company_id AND a.user_id = l.user_id AND a.standing AND ${counts}), 0)
   WHERE (company_id, user_id) IN ${REPORTERS}`,
];

/** Leaderboards and levels count no points for reports: who has nothing else would be known to have reported something. */
export class KeepReportsToOneself1795300000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of recount(`a.rule <> 'FLAG_UPHELD'`)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of recount('true')) await runner.query(statement);
  }
}
