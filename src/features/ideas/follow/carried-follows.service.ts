import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';

/** What is counted for one idea on another. */
export interface Carried {
  /** the merged idea */
  from: string;
  /** where it was merged into */
  to: string;
  /** of these people; null: of all */
  users: string[] | null;
}

const COUNTED = (sign: '+' | '-') => `tally AS (
  UPDATE idea_tally SET follower_count = follower_count ${sign} (SELECT count(*) FROM changed)::integer WHERE idea_id = $2
)
SELECT user_id AS id FROM changed`;

/** Who has said that they do not want to hear of it, does not. */
const CARRY = `WITH changed AS (
  INSERT INTO idea_follow (company_id, idea_id, user_id, since, by_vote, via_idea_id)
  SELECT company_id, $2, user_id, since, by_vote, idea_id FROM idea_follow
  WHERE company_id = (SELECT company_id FROM idea WHERE id = $1) AND idea_id = $1 AND unfollowed_at IS NULL
    AND ($3::uuid[] IS NULL OR user_id = ANY ($3::uuid[]))
  ON CONFLICT DO NOTHING RETURNING user_id
), ${COUNTED('+')}`;

const DROP = `WITH changed AS (
  DELETE FROM idea_follow WHERE company_id = (SELECT company_id FROM idea WHERE id = $1) AND idea_id = $2 AND via_idea_id = $1
    AND ($3::uuid[] IS NULL OR user_id = ANY ($3::uuid[])) RETURNING user_id
), ${COUNTED('-')}`;

/** Followers of a merged idea, who hear of the one that it was merged into. Each under the locks of the tallies. */
@Injectable()
export class CarriedFollows {
  constructor(private readonly database: Database) {}

  /** @returns who follows there now, and did not */
  async carry(tx: Transaction, { from, to, users }: Carried): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(CARRY, [from, to, users], tx);
    return rows.map(({ id }) => id);
  }

  /** Who has said since what they want there keeps it. @returns who follows there no more */
  async drop(tx: Transaction, { from, to, users }: Carried): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(DROP, [from, to, users], tx);
    return rows.map(({ id }) => id);
  }
}
