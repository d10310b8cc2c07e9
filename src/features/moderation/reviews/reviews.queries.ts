import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { type Connection, decodeCursor, toConnection } from '../../../shared/graphql/connection.js';
import type { AuthorRecord } from './author-record.loader.js';
import type { Review } from './review.entity.js';
import type { ListReviewsArgs } from './review.inputs.js';

const COLUMNS = `id, company_id AS "companyId", kind, idea_id AS "ideaId", comment_id AS "commentId", profile_id AS "profileId", author_id AS "authorId",
  reason, state, decided_by_id AS "decidedById", decided_at AS "decidedAt", rule_id AS "ruleId", note, version,
  created_at AS "createdAt"`;

interface AuthorCounts extends Omit<AuthorRecord, 'recent'> {
  companyId: string;
  authorId: string;
}

/** The moderators' lists. */
@Injectable()
export class ReviewsQueries {
  constructor(private readonly database: Database) {}

  /** One page, the longest waiting first. */
  async list({ companyId, state, kind, first, after }: ListReviewsArgs): Promise<Connection<Review>> {
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const conditions = [`company_id = ${param(companyId)}`];
    if (state) conditions.push(`state = ${param(state)}`);
    if (kind) conditions.push(`kind = ${param(kind)}`);
    const [all, values] = [conditions.join(' AND '), [...params]];
    const cursor = decodeCursor(after, ['time', 'id']);
    if (cursor) conditions.push(`(created_at, id) > (${param(cursor[0])}::timestamptz, ${param(cursor[1])}::uuid)`);
    const rows = await this.database.query<Review>(
      `SELECT ${COLUMNS} FROM review WHERE ${conditions.join(' AND ')} ORDER BY created_at, id LIMIT ${param(first + 1)}`,
      params,
    );
    const total = async () => {
      const [row] = await this.database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM review WHERE ${all}`,
        values,
      );
      return row!.count;
    };
    return toConnection(rows, { first, after }, (row) => [row.createdAt.toISOString(), row.id], total);
  }

  /** What authors have published in a company, and what of theirs was not: a row for each pair of ids. */
  authorCounts(companyIds: readonly string[], authorIds: readonly string[]): Promise<AuthorCounts[]> {
    const countOf = (table: string, condition: string) =>
      `(SELECT count(*)::integer FROM ${table} x WHERE x.company_id = k.company_id AND x.author_id = k.author_id AND x.${condition})`;
    return this.database.query(
      `SELECT k.company_id AS "companyId", k.author_id AS "authorId",
         ${countOf('idea', "visibility = 'PUBLISHED'")} AS "publishedIdeaCount",
         ${countOf('comment', "visibility = 'PUBLISHED'")} AS "publishedCommentCount",
         ${countOf('review', "state = 'REJECTED'")} AS "rejectedCount"
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
