import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { TARGET_HOURS } from '../../companies/rule.policy.js';
import { Review } from './review.entity.js';
import { rankAt, scoreOf, type Urgency } from './review.policy.js';

// The earliest deadline counts: of its flags, and of what is held. Illegal content is as grave as can be.
const FACTS = `
SELECT o.weight, o.severities,
  array_remove(f.rules || r.rule_id, NULL) AS "ruleIds",
  (SELECT coalesce(json_agg(json_build_object('code', code, 'score', score)), '[]') FROM review_reason WHERE review_id = r.id) AS reasons,
  coalesce(least(o.first_due, CASE WHEN r.reason IS NOT NULL THEN own.due END), own.due) AS "dueAt",
  coalesce((SELECT t.up_count + t.down_count + t.comment_count + t.follower_count FROM idea_tally t
    WHERE t.idea_id = coalesce(r.idea_id, (SELECT c.idea_id FROM comment c WHERE c.id = r.comment_id))), 0) AS reach
FROM review r CROSS JOIN LATERAL (
  SELECT coalesce(sum(flag.weight), 0) AS weight,
    coalesce(array_agg(DISTINCT coalesce(rule.severity, 'HIGH')) FILTER (WHERE flag.id IS NOT NULL), '{}') AS severities,
    min(flag.created_at + make_interval(hours => coalesce(rule.target_hours, ${TARGET_HOURS.HIGH}))) AS first_due
  FROM flag LEFT JOIN rule ON rule.id = flag.rule_id WHERE flag.review_id = r.id AND flag.state = 'OPEN'
) o CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(DISTINCT flag.rule_id), '{}') AS rules FROM flag WHERE flag.review_id = r.id AND flag.state <> 'WITHDRAWN'
) f CROSS JOIN LATERAL (SELECT r.created_at + make_interval(hours => ${TARGET_HOURS.MEDIUM}) AS due) own WHERE r.id = $1`;

/** The place of reviews in the queue; stored, so that a page of it is one range of an index. */
@Injectable()
export class ReviewPriority {
  constructor(private readonly database: Database) {}

  /** Computes it anew, under the review's lock. */
  async rank(tx: Transaction, reviewId: string): Promise<Pick<Review, 'score' | 'dueAt' | 'rankAt' | 'ruleIds'>> {
    const [facts] = await this.database.query<Urgency & Pick<Review, 'dueAt' | 'ruleIds'>>(FACTS, [reviewId], tx);
    const { dueAt, ruleIds } = facts!;
    const score = scoreOf(facts!);
    const place = { score, dueAt, rankAt: rankAt(dueAt, score), ruleIds };
    await tx.update(Review, reviewId, place);
    return place;
  }
}
