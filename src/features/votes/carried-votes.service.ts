import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Carried } from '../ideas/follow/carried-follows.service.js';

const COUNTED = (sign: '+' | '-') => `delta AS (
  SELECT count(*) FILTER (WHERE value = 1)::integer AS up, count(*) FILTER (WHERE value = -1)::integer AS down FROM changed
), tally AS (
  UPDATE idea_tally t SET up_count = up_count ${sign} d.up, down_count = down_count ${sign} d.down, score = score ${sign} (d.up - d.down),
    trending = coalesce(trending_score(up_count ${sign} d.up, down_count ${sign} d.down, comment_count, published_at), trending)
  FROM delta d WHERE t.idea_id = $2
)
SELECT user_id AS id FROM changed`;

/** Whose idea it is does not vote for it; who has voted has said what they want. */
const CARRY = `WITH changed AS (
  INSERT INTO vote (company_id, idea_id, user_id, value, created_at, updated_at, via_idea_id)
  SELECT v.company_id, i.id, v.user_id, v.value, v.created_at, v.updated_at, v.idea_id FROM vote v JOIN idea i ON i.id = $2
  WHERE v.idea_id = $1 AND ($3::uuid[] IS NULL OR v.user_id = ANY ($3::uuid[])) AND v.user_id <> i.author_id
    AND NOT EXISTS (SELECT FROM coauthor a WHERE a.idea_id = i.id AND a.user_id = v.user_id AND a.state = 'ACCEPTED')
  ON CONFLICT (idea_id, user_id) DO NOTHING RETURNING user_id, value
), ${COUNTED('+')}`;

const DROP = `WITH changed AS (
  DELETE FROM vote WHERE idea_id = $2 AND via_idea_id = $1 AND ($3::uuid[] IS NULL OR user_id = ANY ($3::uuid[])) RETURNING user_id, value
), ${COUNTED('-')}`;

/** Votes for a merged idea, counted where it was merged into. Each under the locks of the tallies. */
@Injectable()
export class CarriedVotes {
  constructor(private readonly database: Database) {}

  /** @returns whose vote counts there now, and did not */
  async carry(tx: Transaction, { from, to, users }: Carried): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(CARRY, [from, to, users], tx);
    return rows.map(({ id }) => id);
  }

  /** Of who has voted there themselves since, the vote stays. @returns whose vote counts there no more */
  async drop(tx: Transaction, { from, to, users }: Carried): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(DROP, [from, to, users], tx);
    return rows.map(({ id }) => id);
  }
}
