import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/database/database.js';
import type { Difference } from '../../shared/database/difference.js';

/** What an idea's tally and its row must be, given the rows that they are made of. Votes and comments count their own. */
const VERIFY = `
SELECT i.id, figure.name AS "column", figure.stored, figure.counted FROM idea i
LEFT JOIN idea_tally t ON t.idea_id = i.id
LEFT JOIN (SELECT idea_id, min(created_at) AS first FROM answer GROUP BY idea_id) a ON a.idea_id = i.id
LEFT JOIN (SELECT idea_id, count(*) AS count FROM idea_revision GROUP BY idea_id) r ON r.idea_id = i.id
LEFT JOIN (SELECT company_id, idea_id, count(*) AS count FROM idea_follow WHERE unfollowed_at IS NULL GROUP BY company_id, idea_id) f
  ON f.company_id = i.company_id AND f.idea_id = i.id
CROSS JOIN LATERAL (VALUES
  ('idea_tally', (t.idea_id IS NOT NULL)::text, 'true'),
  ('listed', t.listed::text, (i.visibility = 'PUBLISHED')::text),
  ('answered', t.answered::text, (a.idea_id IS NOT NULL)::text),
  ('answered_at', (i.answered_at IS NOT NULL)::text, (a.idea_id IS NOT NULL)::text),
  ('first_answered_at', i.first_answered_at::text, a.first::text),
  ('delivered_at', (i.delivered_at IS NOT NULL)::text, (i.status = 'DELIVERED')::text),
  ('published_at', t.published_at::text, i.published_at::text),
  ('merged_into_id', (i.visibility = 'MERGED' AND i.merged_into_id IS NULL)::text, 'false'),
  ('challenge_id', t.challenge_id::text, i.challenge_id::text),
  ('trending', t.trending::text,
    CASE WHEN t.listed THEN trending_score(t.up_count, t.down_count, t.comment_count, i.published_at) ELSE t.trending END::text),
  ('follower_count', t.follower_count::text, coalesce(f.count, 0)::text),
  ('revision_count', i.revision_count::text, coalesce(r.count, 0)::text)
) AS figure (name, stored, counted)
WHERE stored IS DISTINCT FROM counted ORDER BY i.id, name`;

/** Proves the stored figures of ideas. */
@Injectable()
export class VerifyIdeasService {
  constructor(private readonly database: Database) {}

  /** Figures that do not equal their rows; none, if all is well. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }
}
