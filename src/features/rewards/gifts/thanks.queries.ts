import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { excludedSql } from '../../companies/company.policy.js';
import { ThanksReason, type ThankSuggestion } from './thanks.types.js';

/** People helped that make it many. */
export const MANY = 3;
/** Days of waiting that are long, where the company promises an answer sooner or as soon. */
export const LONG_DAYS = 30;

/*
 * Each finds facts (user_id, at, idea_id, comment_id, helped, waited_days, critic) of the company $1 at the moment $2,
 * since $3. None reads what somebody wrote: whoever agrees and whoever does not are found by the same figures.
 */

/** Answers appreciated by whom they answer, and reports by which an idea was merged into another that was there. */
const HELPED_MANY = `
SELECT user_id, max(at) AS at, NULL::uuid AS idea_id, NULL::uuid AS comment_id, count(DISTINCT helped_id)::integer AS helped,
  NULL::integer AS waited_days, NULL::text AS critic
FROM (
  SELECT c.author_id AS user_id, a.user_id AS helped_id, a.created_at AS at
  FROM comment c CROSS JOIN LATERAL (SELECT coalesce(
    (SELECT author_id FROM comment WHERE id = c.parent_id), (SELECT author_id FROM idea WHERE id = c.idea_id)) AS id) asked
  JOIN comment_appreciation a ON a.comment_id = c.id AND a.user_id = asked.id
  WHERE c.company_id = $1 AND c.created_at >= $3 AND c.visibility = 'PUBLISHED' AND a.user_id <> c.author_id
  UNION ALL
  SELECT f.flagger_id, i.author_id, d.created_at
  FROM decision d JOIN idea i ON i.id = d.idea_id CROSS JOIN LATERAL (
    SELECT flagger_id FROM flag WHERE review_id = d.review_id AND idea_id = d.idea_id AND flagger_id IS NOT NULL AND state <> 'WITHDRAWN'
    ORDER BY created_at, id LIMIT 1) f
  WHERE d.company_id = $1 AND d.created_at >= $3 AND d.act = 'MERGE' AND d.undone_at IS NULL
) help GROUP BY user_id HAVING count(DISTINCT helped_id) >= ${MANY}`;

const WAITED_LONG = `
SELECT DISTINCT ON (i.author_id) i.author_id AS user_id, i.first_answered_at AS at, i.id AS idea_id, NULL::uuid AS comment_id,
  NULL::integer AS helped, floor(extract(epoch FROM i.first_answered_at - i.published_at) / 86400)::integer AS waited_days, NULL::text AS critic
FROM idea i JOIN company c ON c.id = i.company_id
WHERE i.company_id = $1 AND i.visibility = 'PUBLISHED' AND i.first_answered_at IS NOT NULL AND i.first_answered_at >= $3
  AND i.first_answered_at - i.published_at > greatest(c.answer_days, ${LONG_DAYS}) * interval '1 day'
ORDER BY i.author_id, i.first_answered_at DESC`;

/** $3 is a year and a week ago: who has joined in the week from then on. */
const FIRST_ANNIVERSARY = `
SELECT m.user_id, m.joined_at + interval '1 year' AS at, NULL::uuid AS idea_id, NULL::uuid AS comment_id, NULL::integer AS helped,
  NULL::integer AS waited_days, NULL::text AS critic
FROM membership m
WHERE m.company_id = $1 AND m.joined_at >= $3 AND m.joined_at < $3::timestamptz + interval '7 days' AND (
  EXISTS (SELECT FROM idea i WHERE i.author_id = m.user_id AND i.company_id = $1 AND i.visibility = 'PUBLISHED')
  OR EXISTS (SELECT FROM comment c WHERE c.author_id = m.user_id AND c.company_id = $1 AND c.visibility = 'PUBLISHED'))`;

/** Answers that turn the one before round; for whom that is, is seen by votes and by when somebody spoke. */
const TURNED = `
SELECT idea_id, author_id, at, since, dropped FROM (
  SELECT a.idea_id, i.author_id, a.created_at AS at, a.status = 'DECLINED' AS dropped,
    lag(a.status = 'DECLINED') OVER w AS was_dropped, lag(a.created_at) OVER w AS since
  FROM idea i JOIN answer a ON a.idea_id = i.id AND a.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED')
  WHERE i.company_id = $1 AND i.visibility = 'PUBLISHED' AND i.answered_at IS NOT NULL AND i.answered_at >= $3
  WINDOW w AS (PARTITION BY a.idea_id ORDER BY a.created_at, a.id)
) answers WHERE was_dropped <> dropped AND at >= $3`;

const CRITIC_WAS_RIGHT = `
WITH turned AS (${TURNED}), facts AS (
  SELECT author_id AS user_id, at, idea_id, NULL::uuid AS comment_id, 'DECLINED_THEN_PLANNED' AS critic FROM turned WHERE NOT dropped
  UNION ALL
  SELECT c.author_id, t.at, t.idea_id, c.id, CASE WHEN t.dropped THEN 'PLANNED_THEN_DECLINED' ELSE 'DECLINED_THEN_PLANNED' END
  FROM turned t JOIN comment c ON c.idea_id = t.idea_id AND c.visibility = 'PUBLISHED' AND c.author_id <> t.author_id
    AND c.created_at < t.at AND (t.dropped OR c.created_at > t.since)
  JOIN vote v ON v.idea_id = t.idea_id AND v.user_id = c.author_id AND v.created_at < t.at
    AND v.value = CASE WHEN t.dropped THEN -1 ELSE 1 END
  UNION ALL
  -- of a complaint the item is somebody else's
  SELECT a.appellant_id, a.decided_at, CASE WHEN a.flag_id IS NULL THEN d.idea_id END, CASE WHEN a.flag_id IS NULL THEN d.comment_id END, 'OVERTURNED'
  FROM appeal a JOIN decision d ON d.id = a.decision_id
  WHERE a.company_id = $1 AND a.state = 'OVERTURNED' AND a.decided_at >= $3 AND a.appellant_id IS NOT NULL
)
SELECT DISTINCT ON (user_id) user_id, at, idea_id, comment_id, NULL::integer AS helped, NULL::integer AS waited_days, critic
FROM facts ORDER BY user_id, at DESC, comment_id DESC`;

const FACTS: Record<ThanksReason, string> = { HELPED_MANY, WAITED_LONG, FIRST_ANNIVERSARY, CRITIC_WAS_RIGHT };

/** Of those, whom anything may be given, and who was not thanked for it, nor put aside, since $4. */
const suggestionsFor = (reason: ThanksReason): string => `
SELECT f.user_id AS "userId", '${reason}' AS reason, f.at, f.idea_id AS "ideaId", f.comment_id AS "commentId", f.helped,
  f.waited_days AS "waitedDays", f.critic
FROM (${FACTS[reason]}) f
JOIN membership m ON m.company_id = $1 AND m.user_id = f.user_id AND m.role = 'CUSTOMER'
  AND coalesce(m.suspended_until, $2) <= $2 AND NOT ${excludedSql('m', '$2::timestamptz')}
JOIN "user" u ON u.id = f.user_id AND u.erased_at IS NULL
WHERE NOT EXISTS (SELECT FROM thanks_dismissal x WHERE x.company_id = $1 AND x.user_id = f.user_id AND x.reason = '${reason}' AND x.at >= $4)
  AND NOT EXISTS (SELECT FROM gift g WHERE g.company_id = $1 AND g.receiver_id = f.user_id AND g.at >= $4 AND g.taken_back_at IS NULL
    AND (g.because = '${reason}' OR g.comment_id = f.comment_id OR f.comment_id IS NULL AND g.idea_id = f.idea_id))
ORDER BY f.at DESC, f.user_id LIMIT $5`;

/** The moments between which facts are looked for. */
export interface Since {
  now: Date;
  /** facts since then */
  since: Date;
  /** thanks since then */
  thanked: Date;
}

/** Whom the staff of a company may thank. */
@Injectable()
export class ThanksQueries {
  constructor(private readonly database: Database) {}

  /** For one reason, the latest first. */
  find(
    reason: ThanksReason,
    companyId: string,
    { now, since, thanked }: Since,
    first: number,
  ): Promise<ThankSuggestion[]> {
    return this.database.query<ThankSuggestion>(suggestionsFor(reason), [companyId, now, since, thanked, first]);
  }
}
