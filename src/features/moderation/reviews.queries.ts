import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/database/database.js';
import { type Connection, decodeCursor, toConnection } from '../../shared/graphql/connection.js';
import type { Review } from './review.entity.js';
import type { ListReviewsArgs } from './review.inputs.js';

const COLUMNS = `id, company_id AS "companyId", kind, idea_id AS "ideaId", comment_id AS "commentId", author_id AS "authorId",
  reason, state, decided_by_id AS "decidedById", decided_at AS "decidedAt", rule_id AS "ruleId", note, version,
  created_at AS "createdAt"`;

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

  async pendingCount(companyId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM review WHERE company_id = $1 AND state = 'PENDING'`,
      [companyId],
    );
    return row!.count;
  }
}
