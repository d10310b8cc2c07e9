import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes, forIdeas } from '../src/shared/database/online.js';

/** Whoever took part before in these ideas follows them as they would have from the beginning. */
const FOLLOWERS = `
INSERT INTO idea_follow (company_id, idea_id, user_id, since, by_vote)
SELECT DISTINCT ON (part.company_id, part.idea_id, part.user_id) part.company_id, part.idea_id, part.user_id, part.since, part.by_vote
FROM (
  SELECT company_id, id AS idea_id, author_id AS user_id, coalesce(published_at, created_at) AS since, false AS by_vote FROM idea WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT company_id, idea_id, user_id, coalesce(answered_at, invited_at), false FROM coauthor WHERE idea_id = ANY ($1::uuid[]) AND state = 'ACCEPTED'
  UNION ALL SELECT c.company_id, c.idea_id, c.author_id, c.created_at, false
    FROM comment top CROSS JOIN LATERAL (SELECT top.* UNION ALL SELECT * FROM comment WHERE root_id = top.id) c
    WHERE top.idea_id = ANY ($1::uuid[]) AND top.parent_id IS NULL AND c.visibility = 'PUBLISHED'
  UNION ALL SELECT company_id, idea_id, user_id, created_at, true FROM vote WHERE idea_id = ANY ($1::uuid[])
) part JOIN "user" u ON u.id = part.user_id AND u.erased_at IS NULL
ORDER BY part.company_id, part.idea_id, part.user_id, part.by_vote, part.since
ON CONFLICT DO NOTHING`;

/** Locked in the order of their ids, as everybody locks several. */
const COUNTS = `
UPDATE idea_tally t SET follower_count = f.count
FROM (SELECT idea_id, count(*) AS count FROM idea_follow
  WHERE (company_id, idea_id) IN (SELECT company_id, id FROM idea WHERE id = ANY ($1::uuid[])) AND unfollowed_at IS NULL GROUP BY idea_id) f
WHERE f.idea_id = t.idea_id AND f.count <> t.follower_count
  AND t.idea_id IN (SELECT idea_id FROM idea_tally WHERE idea_id = ANY ($1::uuid[]) ORDER BY idea_id FOR NO KEY UPDATE)`;

const INDEXES = [
  `CREATE INDEX CONCURRENTLY vote_user_newest_idx ON vote (user_id, created_at, idea_id)`,
  `CREATE INDEX CONCURRENTLY idea_author_published_idx ON idea (author_id, published_at, id) WHERE visibility = 'PUBLISHED'`,
];

/** Who follows what is there already, and what people's own lists are read by. */
export class FillFollowing1795300000031 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await forIdeas(runner, `visibility <> 'DRAFT'`, async (ids) => {
      await runner.query(FOLLOWERS, [ids]);
      await runner.query(COUNTS, [ids]);
    });
    await createIndexes(runner, INDEXES);
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS vote_user_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX idea_author_published_idx, vote_user_newest_idx;
      CREATE INDEX vote_user_idx ON vote (user_id, idea_id)`);
  }
}
