import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';

interface Item {
  ideaId: string | null;
  commentId: string | null;
}

/** Where something stands that can be read. */
export interface Place {
  ideaId: string;
  title: string;
}

/** What is told of moderation, read when it is written. */
@Injectable()
export class ModerationFacts {
  constructor(private readonly database: Database) {}

  /** Of the idea, or of the comment's idea; none of a member. */
  async place(tx: Transaction, { ideaId, commentId }: Item): Promise<Place | null> {
    const [row] = await this.database.query<Place>(
      `SELECT i.id AS "ideaId", i.title FROM idea i
       WHERE i.id = coalesce($1::uuid, (SELECT c.idea_id FROM comment c WHERE c.id = $2))`,
      [ideaId, commentId],
      tx,
    );
    return row ?? null;
  }

  async companySlug(tx: Transaction, companyId: string): Promise<string> {
    const [row] = await this.database.query<{ slug: string }>(
      'SELECT slug FROM company WHERE id = $1',
      [companyId],
      tx,
    );
    return row!.slug;
  }

  async appealReasons(tx: Transaction, appealId: string): Promise<string | null> {
    const [row] = await this.database.query<{ reasons: string | null }>(
      'SELECT reasons FROM appeal WHERE id = $1',
      [appealId],
      tx,
    );
    return row?.reasons ?? null;
  }
}
