import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Difference } from '../../shared/database/difference.js';
import { mayVoteSql } from '../challenges/challenge.policy.js';
import { LOCK_TALLIES } from '../ideas/idea-tally.entity.js';

/** One wish: a standing vote of 1 or -1, or none (0). */
export interface VoteRequest {
  ideaId: string;
  userId: string;
  value: 1 | -1 | 0;
  /** when the request arrived: the moment that its phase is judged by */
  at: Date;
}

/** What became of one request. */
export interface VoteRow {
  /** the code of the refusal; null when the wish is now so */
  refusal: string | null;
  companyId: string;
  /** the vote before */
  previous: number;
  up: number;
  down: number;
  followers: number;
  /** whether the voter follows the idea now */
  follows: boolean;
  /** whether this voter may see the counts in this phase */
  countsShown: boolean;
  suspendedUntil: Date | null;
}

/** What of a request `r` decides whether its vote makes somebody follow. */
const FOLLOWING_JOIN = `LEFT JOIN idea_follow fo ON fo.company_id = t.company_id AND fo.idea_id = r.idea_id AND fo.user_id = r.user_id`;
const FOLLOWING = `fo.user_id IS NOT NULL AND fo.unfollowed_at IS NULL AS followed, fo.by_vote IS TRUE AS by_vote,
    fo.user_id IS NULL AND coalesce(u.auto_follow, false) AS may_follow`;

/**
 * Writes the rows of `change` and counts them, whoever has checked them. A first vote makes its voter follow, unless
 * they have said that they do not want to; with the vote goes what was there for it alone.
 */
const WRITE = `, saved AS (
  INSERT INTO vote (company_id, idea_id, user_id, value, created_at, updated_at)
  SELECT company_id, idea_id, user_id, value, at, at FROM change WHERE value <> 0
  ON CONFLICT (idea_id, user_id) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, via_idea_id = NULL
), removed AS (
  DELETE FROM vote v USING change c WHERE c.value = 0 AND v.idea_id = c.idea_id AND v.user_id = c.user_id
), following AS (
  INSERT INTO idea_follow (company_id, idea_id, user_id, since, by_vote)
  SELECT company_id, idea_id, user_id, at, true FROM change WHERE value <> 0 AND may_follow
), left_off AS (
  DELETE FROM idea_follow f USING change c WHERE c.value = 0 AND c.by_vote
    AND f.company_id = c.company_id AND f.idea_id = c.idea_id AND f.user_id = c.user_id
), delta AS (
  SELECT idea_id, sum((value = 1)::int - (previous = 1)::int)::int AS up, sum((value = -1)::int - (previous = -1)::int)::int AS down,
    sum((value <> 0 AND may_follow)::int - (value = 0 AND by_vote)::int)::int AS followers
  FROM change GROUP BY idea_id
), tally AS (
  UPDATE idea_tally t SET follower_count = t.follower_count + d.followers,
    up_count = t.up_count + d.up, down_count = t.down_count + d.down, score = t.score + d.up - d.down,
    trending = trending_score(t.up_count + d.up, t.down_count + d.down, t.comment_count, t.published_at)
  FROM delta d WHERE t.idea_id = d.idea_id
  RETURNING t.idea_id, t.up_count, t.down_count, t.follower_count
)`;

/**
 * Reads after the lock was got, and so sees all that was committed under it: checks, votes and counts agree. The
 * requests of one statement concern different pairs of idea and person.
 */
const APPLY = `
WITH request AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::timestamptz[])
    WITH ORDINALITY AS r (idea_id, user_id, value, at, place)
), checked AS (
  SELECT r.*, t.company_id, coalesce(v.value, 0) AS previous, t.up_count, t.down_count, t.follower_count, ${FOLLOWING}, m.suspended_until,
    m.role IN ('MODERATOR', 'MANAGER', 'OWNER') OR coalesce((
      SELECT p.counts_visible FROM phase p WHERE p.challenge_id = t.challenge_id AND p.starts_at <= r.at AND r.at < p.ends_at
    ), true) AS counts_shown,
    CASE
      WHEN t.idea_id IS NULL OR NOT t.listed OR (c.visibility <> 'PUBLIC' AND m.id IS NULL) THEN 'NOT_FOUND'
      WHEN u.id IS NULL THEN 'UNAUTHENTICATED'
      WHEN u.email_verified_at IS NULL THEN 'EMAIL_NOT_VERIFIED'
      WHEN m.id IS NULL THEN 'FORBIDDEN'
      WHEN m.suspended_until > r.at THEN 'MEMBER_SUSPENDED'
      WHEN r.value <> 0 AND (i.author_id = r.user_id OR EXISTS (
        SELECT FROM coauthor a WHERE a.idea_id = r.idea_id AND a.user_id = r.user_id AND a.state = 'ACCEPTED'
      )) THEN 'OWN_IDEA'
      WHEN i.locked OR NOT CASE WHEN t.challenge_id IS NULL THEN c.idea_box_open ELSE ${mayVoteSql('t.challenge_id', 'r.at')} END
        THEN 'VOTING_CLOSED'
      WHEN r.value = -1 AND c.vote_mode <> 'UP_DOWN' THEN 'DOWN_VOTES_OFF'
    END AS refusal
  FROM request r
  LEFT JOIN idea_tally t ON t.idea_id = r.idea_id
  LEFT JOIN idea i ON i.id = r.idea_id
  LEFT JOIN company c ON c.id = t.company_id
  LEFT JOIN "user" u ON u.id = r.user_id AND u.erased_at IS NULL
  LEFT JOIN membership m ON m.company_id = t.company_id AND m.user_id = r.user_id
  LEFT JOIN vote v ON v.idea_id = r.idea_id AND v.user_id = r.user_id
  ${FOLLOWING_JOIN}
), change AS (
  SELECT * FROM checked WHERE refusal IS NULL AND value <> previous
)${WRITE}
SELECT c.refusal, c.company_id AS "companyId", c.previous, c.counts_shown AS "countsShown", c.suspended_until AS "suspendedUntil",
  coalesce(t.up_count, c.up_count) AS up, coalesce(t.down_count, c.down_count) AS down,
  coalesce(t.follower_count, c.follower_count) AS followers,
  CASE WHEN c.refusal IS NOT NULL OR c.value = c.previous THEN c.followed WHEN c.value = 0 THEN c.followed AND NOT c.by_vote
    ELSE c.followed OR c.may_follow END AS follows
FROM checked c LEFT JOIN tally t ON t.idea_id = c.idea_id ORDER BY c.place`;

/** Votes of long ago: never against a newer one of the same person. */
const IMPORT = `
WITH change AS (
  SELECT r.*, t.company_id, coalesce(v.value, 0) AS previous, ${FOLLOWING}
  FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::timestamptz[]) AS r (idea_id, user_id, value, at)
  JOIN idea_tally t ON t.idea_id = r.idea_id
  LEFT JOIN "user" u ON u.id = r.user_id
  LEFT JOIN vote v ON v.idea_id = r.idea_id AND v.user_id = r.user_id
  ${FOLLOWING_JOIN}
  WHERE r.value <> coalesce(v.value, 0) AND coalesce(v.updated_at <= r.at, true)
)${WRITE}
SELECT idea_id FROM change`;

/** Takes one vote away, whatever the phase; under the lock. Answers with what it was. */
const DROP = `
WITH gone AS (
  DELETE FROM vote WHERE idea_id = $1 AND user_id = $2 RETURNING idea_id, company_id, value
), tally AS (
  UPDATE idea_tally t SET up_count = up_count - (value = 1)::int, down_count = down_count - (value = -1)::int, score = score - value,
    trending = coalesce(trending_score(up_count - (value = 1)::int, down_count - (value = -1)::int, comment_count, published_at), trending)
  FROM gone g WHERE t.idea_id = g.idea_id
)
SELECT company_id AS "companyId", value AS previous FROM gone`;

/** Where the counts of listed and unlisted ideas differ from their votes: nothing, if all is well. */
const VERIFY = `
SELECT t.idea_id AS id, column_name AS "column", stored, counted FROM idea_tally t
LEFT JOIN (
  SELECT idea_id, count(*) FILTER (WHERE value = 1) AS up, count(*) FILTER (WHERE value = -1) AS down FROM vote GROUP BY idea_id
) v ON v.idea_id = t.idea_id
CROSS JOIN LATERAL (VALUES
  ('up_count', t.up_count::float8, coalesce(v.up, 0)::float8),
  ('down_count', t.down_count::float8, coalesce(v.down, 0)::float8),
  ('score', t.score::float8, (coalesce(v.up, 0) - coalesce(v.down, 0))::float8)
) AS c (column_name, stored, counted)
WHERE stored <> counted ORDER BY t.idea_id, column_name`;

/** The SQL of votes: hand-tuned, in one place. */
@Injectable()
export class VotesQueries {
  constructor(private readonly database: Database) {}

  /** Takes the locks of these ideas' tallies. */
  async lock(tx: Transaction, ideaIds: string[]): Promise<void> {
    await this.database.query(LOCK_TALLIES, [ideaIds], tx);
  }

  /** Checks and does each request, under the locks; one row for each, in their order. */
  apply(tx: Transaction, requests: VoteRequest[]): Promise<VoteRow[]> {
    return this.database.query<VoteRow>(APPLY, columnsOf(requests), tx);
  }

  /** Writes votes that were checked before, under the locks; how many changed something. */
  async importAll(tx: Transaction, requests: VoteRequest[]): Promise<number> {
    const rows = await this.database.query(IMPORT, columnsOf(requests), tx);
    return rows.length;
  }

  /** Takes one vote away, under the lock; what it was, or nothing where there was none. */
  async drop(
    tx: Transaction,
    ideaId: string,
    userId: string,
  ): Promise<{ companyId: string; previous: number } | undefined> {
    const rows = await this.database.query<{ companyId: string; previous: number }>(DROP, [ideaId, userId], tx);
    return rows[0];
  }

  /** Counts that do not equal their votes. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }
}

const columnsOf = (requests: VoteRequest[]): unknown[] => [
  requests.map((r) => r.ideaId),
  requests.map((r) => r.userId),
  requests.map((r) => r.value),
  requests.map((r) => r.at),
];
