import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import { type Connection, decodeCursor, toConnection } from '../../../shared/graphql/connection.js';
import type { AuthorRecord } from './author-record.loader.js';
import type { Review } from './review.entity.js';
import type { ListReviewsArgs } from './review.inputs.js';

const COLUMNS = `id, company_id AS "companyId", kind, idea_id AS "ideaId", comment_id AS "commentId", profile_id AS "profileId", author_id AS "authorId",
  reason, state, decided_by_id AS "decidedById", decided_at AS "decidedAt", rule_id AS "ruleId", note, version,
  created_at AS "createdAt", score, due_at AS "dueAt", rank_at AS "rankAt", claimed_by_id AS "claimedById",
  claimed_until AS "claimedUntil"`;

interface AuthorCounts extends Omit<AuthorRecord, 'recent'> {
  companyId: string;
  authorId: string;
}

const HOUR = 3_600_000;

/** The moderators' lists. */
@Injectable()
export class ReviewsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page, the most urgent first: one range of an index; by a rule that few name, all of which they are. */
  async list(args: ListReviewsArgs): Promise<Connection<Review>> {
    const { first, after } = args;
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const conditions = this.filters(args, param);
    const [all, values] = [conditions.join(' AND '), [...params]];
    const cursor = decodeCursor(after, ['time', 'id']);
    if (cursor) conditions.push(`(rank_at, id) > (${param(cursor[0])}::timestamptz, ${param(cursor[1])}::uuid)`);
    const rows = await this.database.query<Review>(
      `${args.ruleId ? PLANNED_EACH_TIME : ''} SELECT ${COLUMNS} FROM review WHERE ${conditions.join(' AND ')} ORDER BY rank_at, id LIMIT ${param(first + 1)}`,
      params,
    );
    const total = async () => {
      const [row] = await this.database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM review WHERE ${all}`,
        values,
      );
      return row!.count;
    };
    return toConnection(rows, { first, after }, (row) => [row.rankAt.toISOString(), row.id], total);
  }

  private filters(args: ListReviewsArgs, param: (value: unknown) => string): string[] {
    const { companyId, state, kind, ruleId, language, overdueOnly, waitingHours } = args;
    const company = param(companyId);
    const conditions = [`company_id = ${company}`];
    if (state) conditions.push(`state = ${param(state)}`);
    if (kind) conditions.push(`kind = ${param(kind)}`);
    if (ruleId) conditions.push(`rule_ids @> ARRAY[${param(ruleId)}]::uuid[]`);
    if (language) conditions.push(`language = ${param(language)}`);
    if (overdueOnly) {
      const now = param(this.clock.now());
      // nothing ranks after it is due, so the first condition ends the range
      conditions.push(`rank_at <= ${now}::timestamptz`, `due_at <= ${now}::timestamptz`, `state = 'PENDING'`);
    }
    // the last column of the index: what is younger is left out before any row is read
    if (waitingHours)
      conditions.push(`created_at <= ${param(new Date(+this.clock.now() - waitingHours * HOUR))}::timestamptz`);
    return conditions;
  }

  /** What authors have published in a company, and what of theirs was not: a row for each pair of ids. */
  authorCounts(companyIds: readonly string[], authorIds: readonly string[]): Promise<AuthorCounts[]> {
    const countOf = (table: string, condition: string) =>
      `(SELECT count(*)::integer FROM ${table} x WHERE x.company_id = k.company_id AND x.author_id = k.author_id AND x.${condition})`;
    return this.database.query(
      `SELECT k.company_id AS "companyId", k.author_id AS "authorId",
         ${countOf('idea', "visibility = 'PUBLISHED'")} AS "publishedIdeaCount",
         ${countOf('comment', "visibility = 'PUBLISHED'")} AS "publishedCommentCount",
         ${countOf('review', `state = 'REJECTED'`)} AS "rejectedCount"
       FROM unnest($1::uuid[], $2::uuid[]) k (company_id, author_id)`,
      [companyIds, authorIds],
    );
  }

  /** The latest decisions about each author, five at most. */
  recentOf(companyIds: readonly string[], authorIds: readonly string[]): Promise<Review[]> {
    return this.database.query(
      `SELECT ${COLUMNS} FROM unnest($1::uuid[], $2::uuid[]) k (company, author)
       CROSS JOIN LATERAL (
         SELECT * FROM review WHERE company_id = k.company AND author_id = k.author AND decided_at IS NOT NULL
           AND state <> 'WITHDRAWN'
         ORDER BY decided_at DESC LIMIT 5
       ) r ORDER BY decided_at DESC`,
      [companyIds, authorIds],
    );
  }

  async pendingCount(companyId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM review WHERE company_id = $1 AND state = 'PENDING'`,
      [companyId],
    );
    return row!.count;
  }
}
