import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { IdeaVisibility } from '../idea.entity.js';
import { LOCK_TALLIES } from '../idea-tally.entity.js';
import { ideasErrors } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';

const CLICKS = { name: 'follow', points: 120, seconds: 60 };

/**
 * `$1` company, `$2` idea, `$3` person, `$4` now. Under the tally's lock each of these finds what the one before has
 * left, so the count is exact.
 */
const COUNTED = `UPDATE idea_tally SET follower_count = follower_count + 1
  WHERE idea_id = $2 AND EXISTS (SELECT FROM written WHERE NOT was)`;
const BEFORE = `before AS (
  SELECT EXISTS (SELECT FROM idea_follow WHERE company_id = $1 AND idea_id = $2 AND user_id = $3 AND unfollowed_at IS NULL) AS was
)`;

/** By a click: whatever they said before. */
const FOLLOW = `WITH ${BEFORE}, written AS (
  INSERT INTO idea_follow AS f (company_id, idea_id, user_id, since) VALUES ($1, $2, $3, $4)
  ON CONFLICT (company_id, idea_id, user_id) DO UPDATE SET by_vote = false, via_idea_id = NULL, unfollowed_at = NULL,
    since = CASE WHEN f.unfollowed_at IS NULL THEN f.since ELSE excluded.since END
  RETURNING (SELECT was FROM before) AS was
) ${COUNTED}`;

/** By what they did, drafts aside: only who has not said that they do not want to, and wants it of votes and comments ($5) at all. */
const FOLLOW_BY_DEED = `WITH ${BEFORE}, written AS (
  INSERT INTO idea_follow AS f (company_id, idea_id, user_id, since)
  SELECT i.company_id, i.id, u.id, $4 FROM idea i JOIN "user" u ON u.id = $3 AND u.erased_at IS NULL AND (u.auto_follow OR NOT $5::boolean)
  WHERE i.company_id = $1 AND i.id = $2 AND i.visibility <> 'DRAFT'
  ON CONFLICT (company_id, idea_id, user_id) DO UPDATE SET by_vote = false, via_idea_id = NULL WHERE f.unfollowed_at IS NULL
  RETURNING (SELECT was FROM before) AS was
) ${COUNTED}`;

/** Stays as their word, also of whom nothing else is known. */
const UNFOLLOW = `WITH ${BEFORE}, written AS (
  INSERT INTO idea_follow AS f (company_id, idea_id, user_id, since, unfollowed_at) VALUES ($1, $2, $3, $4, $4)
  ON CONFLICT (company_id, idea_id, user_id) DO UPDATE SET unfollowed_at = coalesce(f.unfollowed_at, excluded.unfollowed_at), by_vote = false,
    via_idea_id = NULL
)
UPDATE idea_tally SET follower_count = follower_count - 1 WHERE idea_id = $2 AND (SELECT was FROM before)`;

/** Of an erased account. */
const FORGET = `WITH gone AS (
  DELETE FROM idea_follow WHERE user_id = $1 RETURNING idea_id, unfollowed_at
)
UPDATE idea_tally t SET follower_count = follower_count - 1 FROM gone g WHERE t.idea_id = g.idea_id AND g.unfollowed_at IS NULL`;

/** Authors and commenters of an imported company; votes are followed where they are written. */
const FOLLOW_IMPORTED = `WITH added AS (
  INSERT INTO idea_follow (company_id, idea_id, user_id, since)
  SELECT company_id, idea_id, user_id, min(since) FROM (
    SELECT company_id, id AS idea_id, author_id AS user_id, published_at AS since FROM idea WHERE company_id = $1 AND visibility = 'PUBLISHED'
    UNION ALL SELECT company_id, idea_id, author_id, created_at FROM comment WHERE company_id = $1 AND visibility = 'PUBLISHED'
  ) part GROUP BY company_id, idea_id, user_id
  ON CONFLICT DO NOTHING RETURNING idea_id
)
UPDATE idea_tally t SET follower_count = follower_count + a.count
FROM (SELECT idea_id, count(*)::integer AS count FROM added GROUP BY idea_id) a WHERE t.idea_id = a.idea_id`;

/** Who wants to hear of an idea. */
@Injectable()
export class FollowsService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly memberships: MembershipsService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the viewer follow an idea that they may see, or stop; again changes nothing. Needs no membership: who may
   * read may hear of it.
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, IDEA_STATE (of a draft), RATE_LIMITED
   */
  async set(viewer: Viewer, ideaId: string, wanted: boolean): Promise<void> {
    await this.limits.take(CLICKS, viewer.userId);
    await this.database.transaction(async (tx) => {
      const { idea } = await this.ideas.visible(viewer, ideaId, tx);
      await this.memberships.verifiedUser(viewer, tx);
      if (idea.visibility === IdeaVisibility.DRAFT) throw ideasErrors.IDEA_STATE();
      await this.write(tx, wanted ? FOLLOW : UNFOLLOW, idea.companyId, ideaId, viewer.userId);
    });
  }

  /** Who becomes an author follows. */
  followAsAuthor(tx: Transaction, companyId: string, ideaId: string, userId: string): Promise<void> {
    return this.write(tx, FOLLOW_BY_DEED, companyId, ideaId, userId, false);
  }

  /** Who comments follows, unless they do not want that to happen by itself. */
  followAsCommenter(tx: Transaction, companyId: string, ideaId: string, userId: string): Promise<void> {
    return this.write(tx, FOLLOW_BY_DEED, companyId, ideaId, userId, true);
  }

  /** What an import has brought: its authors and commenters follow. */
  async followImported(tx: Transaction, companyId: string): Promise<void> {
    await this.database.query(FOLLOW_IMPORTED, [companyId], tx);
  }

  async forget(tx: Transaction, userId: string): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT idea_id AS id FROM idea_follow WHERE user_id = $1',
      [userId],
      tx,
    );
    await this.database.query(LOCK_TALLIES, [rows.map(({ id }) => id)], tx);
    await this.database.query(FORGET, [userId], tx);
  }

  private async write(tx: Transaction, sql: string, companyId: string, ideaId: string, userId: string, wish?: boolean) {
    await this.database.query(LOCK_TALLIES, [[ideaId]], tx);
    const params = [companyId, ideaId, userId, this.clock.now()];
    await this.database.query(sql, wish === undefined ? params : [...params, wish], tx);
  }
}
