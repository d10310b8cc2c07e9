import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import { excludedVoices } from '../exclusions.js';
import { seenSql } from '../points/rules/reward-rule.policy.js';
import { VOTES } from '../points/settlement/settlement.queries.js';
import { MOST, type Scope, type Step } from './fair-play.queries.js';

/** Points that an idea's votes gave somebody. */
export interface VotePoints {
  ideaId: string;
  userId: string;
  points: number;
  /** how many votes they ask for */
  needed: number;
}

/** How many votes an idea has, and who of them is excluded from rewards, and so counts for no points. */
export interface VotesForPoints {
  ideaId: string;
  votes: number;
  excluded: string[];
}

export interface MemberPoints {
  userId: string;
  points: number;
}

/** $1 company, $2 from, $3 until, $4 challenge: points that stand, by when they were earned, as leaderboards have them. */
const EARNED = `${PLANNED_EACH_TIME}
WITH earned AS (
  SELECT user_id, sum(points)::integer AS points FROM award
  WHERE company_id = $1 AND at >= $2 AND at < $3 AND standing AND ${seenSql('rule')} AND ($4::uuid IS NULL OR challenge_id = $4)
  GROUP BY 1 HAVING sum(points) > 0
)`;
/** $5 members whose points are questioned; with those who have most. */
const MEMBERS = `${EARNED}
SELECT user_id AS "userId", points FROM earned
WHERE user_id = ANY ($5::uuid[]) OR user_id IN (SELECT user_id FROM earned ORDER BY points DESC, user_id LIMIT ${MOST / 2})
ORDER BY points DESC, user_id LIMIT ${MOST}`;
const STEPS = `${EARNED} SELECT points AS amount, count(*)::integer AS holders FROM earned GROUP BY 1 ORDER BY 1 DESC`;

/** $5 ideas. */
const BY_VOTES = `${PLANNED_EACH_TIME}
SELECT idea_id AS "ideaId", user_id AS "userId", points, ${VOTES} AS needed
FROM award a WHERE idea_id = ANY ($5::uuid[]) AND comment_id IS NULL AND rule IN ('FIRST_VOTE', 'VOTES') AND standing AND points > 0
  AND company_id = $1 AND at >= $2 AND at < $3 AND ($4::uuid IS NULL OR challenge_id = $4)`;
/** $1 company, $2 ideas, $3 now. */
const TALLIES = `
SELECT t.idea_id AS "ideaId", t.up_count AS votes, coalesce(x.excluded, '{}') AS excluded FROM idea_tally t
LEFT JOIN (
  SELECT idea_id, array_agg(user_id) AS excluded FROM vote
  WHERE idea_id = ANY ($2::uuid[]) AND value = 1 AND user_id = ANY (${excludedVoices('$1', '$3')}) GROUP BY 1
) x ON x.idea_id = t.idea_id WHERE t.company_id = $1 AND t.idea_id = ANY ($2::uuid[])`;

/** Points by what they rest on; each statement within one company and period. */
@Injectable()
export class PointsRangeQueries {
  constructor(private readonly database: Database) {}

  members(scope: Scope, questioned: string[]): Promise<MemberPoints[]> {
    return this.ask<MemberPoints>(MEMBERS, scope, questioned);
  }

  steps(scope: Scope): Promise<Step[]> {
    return this.ask<Step>(STEPS, scope);
  }

  byVotes(scope: Scope, ideaIds: string[]): Promise<VotePoints[]> {
    return this.ask<VotePoints>(BY_VOTES, scope, ideaIds);
  }

  votes({ companyId }: Scope, ideaIds: string[], now: Date): Promise<VotesForPoints[]> {
    return this.database.query<VotesForPoints>(TALLIES, [companyId, ideaIds, now]);
  }

  private ask<T>(sql: string, { companyId, from, until, challengeId }: Scope, ...more: unknown[]): Promise<T[]> {
    return this.database.query<T>(sql, [companyId, from, until, challengeId, ...more]);
  }
}
