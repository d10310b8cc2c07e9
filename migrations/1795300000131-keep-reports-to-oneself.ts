import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was counted for reports that were right, in what others see. */
const SCORES = `
  SELECT a.company_id, s.scope, a.user_id, sum(a.points)::integer AS points FROM award a
  CROSS JOIN LATERAL (VALUES ('ALL'), (to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM')), (a.challenge_id::text)) s (scope)
  WHERE a.rule = 'FLAG_UPHELD' AND a.standing AND a.points > 0 AND s.scope IS NOT NULL GROUP BY 1, 2, 3`;
const CONTRIBUTIONS = `
  SELECT company_id, user_id, sum(points * power(2::double precision,
    (extract(epoch FROM at) - 1767225600)::double precision / 15552000)) AS points
  FROM award WHERE rule = 'FLAG_UPHELD' AND standing GROUP BY 1, 2`;

const change = (by: '+' | '-') => `
  UPDATE score s SET points = s.points ${by} a.points FROM (${SCORES}) a
  WHERE (s.company_id, s.scope, s.user_id) = (a.company_id, a.scope, a.user_id);
  UPDATE member_level l SET contribution = l.contribution ${by} a.points FROM (${CONTRIBUTIONS}) a
  WHERE (l.company_id, l.user_id) = (a.company_id, a.user_id)`;

/** Leaderboards and levels count no points for reports: who has nothing else would be known to have reported something. */
export class KeepReportsToOneself1795300000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(change('-'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(change('+'));
  }
}
