import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import { excludedVoices } from '../exclusions.js';
import { BURST, BURST_SHARE, DEVICE, NETWORK, NEW_ACCOUNTS, TIMES_USUAL } from './fair-play.policy.js';
import type { Edge } from './rings.js';

/** Which votes are looked at. */
export interface Scope {
  companyId: string;
  challengeId: string | null;
  from: Date;
  until: Date;
}

/** Votes that came close together. */
export interface Run {
  ideaId: string;
  voters: string[];
  seconds: number;
  newcomers: number;
  otherwise: number;
}

/** Votes from one network, or by users of one browser. */
export interface Shared {
  ideaIds: string[];
  voters: string[][];
  members: number;
  authorsWithin: number;
}

/** How many an idea has, and who of them is excluded from rewards. */
export interface IdeaVotes {
  ideaId: string;
  votes: number;
  excluded: string[];
}

/** How many stand on a step, from above. */
export interface Step {
  amount: number;
  holders: number;
}

/** Of each rule; what one more would show is that there is too much to read. */
export const MOST = 100;
const MOST_EDGES = 20_000;

/** $1 company, $2 from, $3 until, $4 challenge: votes for ideas, each as it was cast. */
const CAST = `${PLANNED_EACH_TIME}
WITH cast_vote AS (
  SELECT v.idea_id, v.user_id, v.created_at, i.author_id FROM vote v JOIN idea i ON i.id = v.idea_id
  WHERE v.company_id = $1 AND v.created_at >= $2 AND v.created_at < $3 AND v.value = 1 AND v.via_idea_id IS NULL
    AND ($4::uuid IS NULL OR i.challenge_id = $4)
)`;

/** Who voted for whom far more than others, again or in return: once alone says nothing. Windows, as joins of what is counted are planned badly. */
const EDGES = `${CAST}, given AS (
  SELECT user_id AS voter, author_id AS author, count(*)::float8 AS votes FROM cast_vote GROUP BY 1, 2
), edge AS (
  SELECT *, sum(votes) OVER (PARTITION BY voter) AS gave, sum(votes) OVER (PARTITION BY author) AS got, sum(votes) OVER () AS "all",
    count(*) OVER (PARTITION BY least(voter, author), greatest(voter, author)) AS ways
  FROM given
)
SELECT voter, author, votes, gave, got, "all" FROM edge
WHERE (votes > 1 OR ways > 1) AND votes * ("all" - gave) >= ${TIMES_USUAL} * gave * (got - votes)
ORDER BY votes DESC, voter, author LIMIT ${MOST_EDGES}`;

/** $5 numbers, $6 members: what those of one number voted for in each other's ideas. */
const WITHIN = `${CAST}, circle AS (
  SELECT * FROM unnest($5::integer[], $6::uuid[]) AS c (no, user_id)
)
SELECT v.no, v.idea_id AS "ideaId", array_agg(v.user_id) AS voters FROM (
  SELECT c.no, v.* FROM circle c JOIN cast_vote v ON v.user_id = c.user_id JOIN circle a ON a.no = c.no AND a.user_id = v.author_id
) v GROUP BY 1, 2 ORDER BY 1, 2`;

/** Votes for an idea of which so many at a time came within minutes, and were most of what was cast just then. */
const runsOf = (base: string, votes: number, minutes: number, keep: string) => `${CAST}, total AS (
  SELECT idea_id, count(*) AS votes FROM cast_vote GROUP BY 1
), base AS (
  SELECT v.*, row_number() OVER (ORDER BY v.created_at, v.idea_id, v.user_id) AS place FROM cast_vote v ${base}
), placed AS (
  SELECT *, lead(created_at, ${votes - 1}) OVER own <= created_at + interval '${minutes} minutes' AS starts,
    created_at > lag(created_at) OVER own + interval '${minutes} minutes' AS later
  FROM base WHERE idea_id IN (SELECT idea_id FROM total WHERE votes >= ${votes})
  WINDOW own AS (PARTITION BY idea_id ORDER BY created_at, user_id)
), inside AS (
  SELECT *, bool_or(starts) OVER (PARTITION BY idea_id ORDER BY created_at, user_id ROWS BETWEEN ${votes - 1} PRECEDING AND CURRENT ROW) AS is_in
  FROM placed
), numbered AS (
  SELECT *, count(*) FILTER (WHERE later OR is_in IS NOT TRUE) OVER (PARTITION BY idea_id ORDER BY created_at, user_id) AS no FROM inside
), run AS (
  SELECT idea_id, array_agg(user_id ORDER BY created_at) AS voters, count(*) AS votes, min(created_at) AS first, max(created_at) AS last,
    max(place) - min(place) + 1 AS just_then
  FROM numbered WHERE is_in GROUP BY idea_id, no
), found AS (
  SELECT r.*, o.votes - r.votes AS otherwise FROM run r JOIN idea i ON i.id = r.idea_id JOIN total o ON o.idea_id = r.idea_id
  WHERE r.votes >= ${BURST_SHARE} * r.just_then ${keep} ORDER BY r.votes DESC, r.idea_id LIMIT ${MOST}
)
SELECT f.idea_id AS "ideaId", f.voters, extract(epoch FROM f.last - f.first)::float8 / greatest(f.votes - 1, 1) AS seconds, f.otherwise::integer,
  (SELECT count(*)::integer FROM membership m WHERE m.company_id = $1 AND m.user_id = ANY (f.voters)
    AND m.joined_at > f.first - interval '${NEW_ACCOUNTS.hoursOld} hours') AS newcomers
FROM found f ORDER BY f.votes DESC, f.idea_id`;

/** What is out of line: against the idea's votes at all other times since it is public. */
const OUT_OF_LINE = `AND r.last - r.first <= interval '${BURST.longestMinutes} minutes'
  AND r.votes >= ${BURST.timesPace} * (o.votes - r.votes) * greatest(extract(epoch FROM r.last - r.first), ${BURST.minutes * 60})
    / greatest(extract(epoch FROM $3::timestamptz - greatest(i.published_at, $2)), 1)`;
const BURSTS = runsOf('', BURST.votes, BURST.minutes, OUT_OF_LINE);
const FIRST = `JOIN membership m ON m.company_id = $1 AND m.user_id = v.user_id
  WHERE m.joined_at > v.created_at - interval '${NEW_ACCOUNTS.hoursOld} hours' AND NOT EXISTS (
    SELECT FROM vote w WHERE w.user_id = v.user_id AND w.company_id = $1 AND w.created_at < v.created_at)`;
const NEWCOMERS = runsOf(FIRST, NEW_ACCOUNTS.votes, NEW_ACCOUNTS.minutes, '');

const DAY = `(v.created_at AT TIME ZONE 'UTC')::date`;
/**
 * Votes for an idea of so many who share a place, unless more than a few do.
 * @param seen votes with the place of each; came who was at those places
 */
const sharedBy = (seen: string, came: string, { voters, mostMembers }: { voters: number; mostMembers: number }) =>
  `${CAST}, seen AS (${seen}), shared AS (
  SELECT idea_id, author_id, place, array_agg(user_id) AS voters FROM seen GROUP BY 1, 2, 3 HAVING count(*) >= ${voters}
), came AS (${came}), crowd AS (
  SELECT place, count(*)::integer AS members FROM came GROUP BY 1 HAVING count(*) <= ${mostMembers}
)
SELECT array_agg(s.idea_id ORDER BY s.idea_id) AS "ideaIds", json_agg(s.voters ORDER BY s.idea_id) AS voters, c.members,
  count(*) FILTER (WHERE EXISTS (SELECT FROM came a WHERE a.place = s.place AND a.user_id = s.author_id))::integer AS "authorsWithin"
FROM shared s JOIN crowd c ON c.place = s.place GROUP BY s.place, c.members
ORDER BY sum(cardinality(s.voters)) DESC, min(s.idea_id::text) LIMIT ${MOST}`;

const PLACES = '(SELECT place FROM shared)';
/** $5 since when networks are known, as a day. */
const NETWORKS = sharedBy(
  `SELECT v.idea_id, v.author_id, v.user_id, d.network AS place FROM cast_vote v
  JOIN member_day d ON d.company_id = $1 AND d.user_id = v.user_id AND d.day = ${DAY} AND d.network IS NOT NULL WHERE d.day >= $5::date
  UNION
  SELECT v.idea_id, v.author_id, v.user_id, s.network FROM cast_vote v
  JOIN network_sighting s ON s.company_id = $1 AND s.user_id = v.user_id AND (s.seen_at AT TIME ZONE 'UTC')::date = ${DAY}`,
  `SELECT network AS place, user_id FROM member_day WHERE company_id = $1 AND network IN ${PLACES} AND day >= $5::date
  UNION SELECT network, user_id FROM network_sighting WHERE company_id = $1 AND network IN ${PLACES}`,
  NETWORK,
);
/** $5 since when browsers are known. Only members of the company are counted: where else they are is its business alone. */
const DEVICES = sharedBy(
  `SELECT v.idea_id, v.author_id, v.user_id, d.device AS place FROM cast_vote v JOIN device_sighting d ON d.user_id = v.user_id
  WHERE d.seen_at >= $5`,
  `SELECT d.device AS place, d.user_id FROM device_sighting d JOIN membership m ON m.company_id = $1 AND m.user_id = d.user_id
  WHERE d.device IN ${PLACES} AND d.seen_at >= $5`,
  DEVICE,
);

/** All votes that count for an idea that is public, also those that merging has brought. */
const COUNTED = `${PLANNED_EACH_TIME}
WITH counted AS (
  SELECT v.idea_id, count(*)::integer AS votes, array_agg(v.user_id) FILTER (WHERE v.user_id = ANY (${excludedVoices('$1', '$5')})) AS excluded
  FROM vote v JOIN idea i ON i.id = v.idea_id AND i.visibility = 'PUBLISHED'
  WHERE v.company_id = $1 AND v.created_at >= $2 AND v.created_at < $3 AND v.value = 1 AND ($4::uuid IS NULL OR i.challenge_id = $4)
  GROUP BY 1
)`;
/** $6 ideas that are questioned; with those that have most, and any of excluded members. */
const IDEAS = `${COUNTED}, top AS (
  SELECT idea_id FROM counted ORDER BY votes DESC, idea_id LIMIT ${MOST / 2}
)
SELECT idea_id AS "ideaId", votes, coalesce(excluded, '{}') AS excluded FROM counted
WHERE idea_id IN (SELECT idea_id FROM top) OR idea_id = ANY ($6::uuid[]) OR excluded IS NOT NULL
ORDER BY votes DESC, idea_id LIMIT ${MOST}`;
const IDEA_STEPS = `${COUNTED} SELECT votes AS amount, count(*)::integer AS holders FROM counted GROUP BY 1 ORDER BY 1 DESC`;

/** What may speak for votes that are not what they seem; each statement within one company and period. */
@Injectable()
export class FairPlayQueries {
  constructor(private readonly database: Database) {}

  edges(scope: Scope): Promise<Edge[]> {
    return this.ask<Edge>(EDGES, scope);
  }

  within(scope: Scope, circles: string[][]): Promise<{ no: number; ideaId: string; voters: string[] }[]> {
    const numbers = circles.flatMap((members, no) => members.map(() => no));
    return this.ask(WITHIN, scope, numbers, circles.flat());
  }

  bursts(scope: Scope): Promise<Run[]> {
    return this.ask<Run>(BURSTS, scope);
  }

  newcomers(scope: Scope): Promise<Run[]> {
    return this.ask<Run>(NEWCOMERS, scope);
  }

  networks(scope: Scope, since: Date): Promise<Shared[]> {
    return this.ask<Shared>(NETWORKS, scope, since);
  }

  devices(scope: Scope, since: Date): Promise<Shared[]> {
    return this.ask<Shared>(DEVICES, scope, since);
  }

  ideas(scope: Scope, now: Date, questioned: string[]): Promise<IdeaVotes[]> {
    return this.ask<IdeaVotes>(IDEAS, scope, now, questioned);
  }

  ideaSteps(scope: Scope, now: Date): Promise<Step[]> {
    return this.ask<Step>(IDEA_STEPS, scope, now);
  }

  private ask<T>(sql: string, { companyId, from, until, challengeId }: Scope, ...more: unknown[]): Promise<T[]> {
    return this.database.query<T>(sql, [companyId, from, until, challengeId, ...more]);
  }
}
