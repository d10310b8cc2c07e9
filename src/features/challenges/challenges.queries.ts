import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database } from '../../shared/database/database.js';
import { type Connection, decodeCursor, toConnection } from '../../shared/graphql/connection.js';
import type { Challenge } from './challenge.entity.js';
import type { ChallengeCounts } from './challenge.types.js';
import { ChallengeList, type ListChallengesArgs } from './challenges.args.js';

const COLUMNS = `c.id, c.company_id AS "companyId", c.slug, c.title, c.summary, c.brief, c.cover_file_id AS "coverFileId",
  c.language, c.tags, c.terms, c.created_by_id AS "createdById", c.publish_at AS "publishAt", c.starts_at AS "startsAt",
  c.ends_at AS "endsAt", c.closed_at AS "closedAt", c.close_reason AS "closeReason", c.archived_at AS "archivedAt",
  c.winners_by AS "winnersBy", c.claim_days AS "claimDays", c.prizes_fixed_at AS "prizesFixedAt",
  c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;

// $1: the viewer's id or null, $2: the company's id or null, $3: now
const MANAGED = `c.company_id IN (SELECT company_id FROM membership WHERE user_id = $1 AND role IN ('MANAGER', 'OWNER'))`;
// every statement names $1 and $2, or they would have no type; this part costs nothing
const OF_ONE = 'c.company_id = $2 AND ($1::uuid IS NULL OR true)';
const OF_ALL_VISIBLE = `($2::uuid IS NULL AND c.company_id IN (
  SELECT id FROM company WHERE visibility = 'PUBLIC' UNION ALL SELECT company_id FROM membership WHERE user_id = $1))`;
/** Reads the tables of those who take part, for a list that must be paged by the challenges' own order. */
const TAKES_PART = `c.id IN (
  SELECT challenge_id FROM idea WHERE author_id = $1
  UNION ALL SELECT i.challenge_id FROM coauthor a JOIN idea i ON i.id = a.idea_id WHERE a.user_id = $1 AND a.state = 'ACCEPTED'
  UNION ALL SELECT i.challenge_id FROM vote v JOIN idea i ON i.id = v.idea_id WHERE v.user_id = $1
  UNION ALL SELECT i.challenge_id FROM comment m JOIN idea i ON i.id = m.idea_id WHERE m.author_id = $1)`;

/** What belongs to each list. The end of what was closed is the moment of its closing. */
const MEMBERS: Record<ChallengeList, string> = {
  OPEN: 'c.publish_at <= $3 AND c.starts_at <= $3 AND c.ends_at > $3 AND c.archived_at IS NULL',
  UPCOMING: 'c.publish_at <= $3 AND c.starts_at > $3 AND c.ends_at > $3 AND c.archived_at IS NULL',
  PAST: `c.publish_at <= $3 AND c.ends_at <= $3 AND (c.archived_at IS NULL OR ${MANAGED})`,
  MINE: `c.publish_at <= $3 AND ${TAKES_PART}`,
  DRAFTS: `(c.publish_at IS NULL OR c.publish_at > $3) AND ${MANAGED}`,
};

interface Order {
  column: string;
  key: 'endsAt' | 'startsAt' | 'createdAt';
  down: boolean;
}
const ORDERS: Record<ChallengeList, Order> = {
  OPEN: { column: 'c.ends_at', key: 'endsAt', down: false },
  UPCOMING: { column: 'c.starts_at', key: 'startsAt', down: false },
  PAST: { column: 'c.ends_at', key: 'endsAt', down: true },
  MINE: { column: 'c.ends_at', key: 'endsAt', down: true },
  DRAFTS: { column: 'c.created_at', key: 'createdAt', down: true },
};

const scopeOf = (companyId: string | null): string => (companyId ? OF_ONE : OF_ALL_VISIBLE);

/** The lists of challenges, one statement each. */
@Injectable()
export class ChallengesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page of a list. That the viewer may see the company has been asked before. */
  async list(
    viewer: Viewer | null,
    { companyId, list, first, after }: ListChallengesArgs,
  ): Promise<Connection<Challenge>> {
    const { column, key, down } = ORDERS[list];
    const [time, id] = decodeCursor(after, ['time', 'id']) ?? [null, null];
    const params = [viewer?.userId ?? null, companyId ?? null, this.clock.now()];
    const from = `FROM challenge c WHERE ${scopeOf(companyId ?? null)} AND ${MEMBERS[list]}`;
    const way = down ? 'DESC' : 'ASC';
    const rows = await this.database.query<Challenge>(
      `SELECT ${COLUMNS} ${from} ${time === null ? '' : `AND (${column}, c.id) ${down ? '<' : '>'} ($5::timestamptz, $6::uuid)`}
       ORDER BY ${column} ${way}, c.id ${way} LIMIT $4`,
      [...params, first + 1, ...(time === null ? [] : [time, id])],
    );
    const total = async () => {
      const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::integer AS count ${from}`, params);
      return row!.count;
    };
    return toConnection(rows, { first, after }, (row) => [row[key]!.toISOString(), row.id], total);
  }

  /** How many challenges each list holds, in one statement. */
  async counts(viewer: Viewer | null, companyId: string | null): Promise<ChallengeCounts> {
    const columns = Object.values(ChallengeList).map(
      (list) => `count(*) FILTER (WHERE ${MEMBERS[list]})::integer AS ${list.toLowerCase()}`,
    );
    const [row] = await this.database.query<ChallengeCounts>(
      `SELECT ${columns.join(', ')} FROM challenge c WHERE ${scopeOf(companyId)}`,
      [viewer?.userId ?? null, companyId, this.clock.now()],
    );
    return row!;
  }
}
