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

/** With who reads its title though others do not. */
const PLACE = `SELECT i.id AS "ideaId", i.title,
  i.visibility IN ('PUBLISHED', 'MERGED') AND coalesce(c.visibility = 'PUBLISHED', $2::uuid IS NULL) AS "isPublic",
  i.author_id || ARRAY(SELECT user_id FROM coauthor WHERE idea_id = i.id AND state = 'ACCEPTED') AS authors
FROM idea i LEFT JOIN comment c ON c.id = $2 WHERE i.id = coalesce($1::uuid, c.idea_id)`;

/** What is told of moderation, read when it is written. */
@Injectable()
export class ModerationFacts {
  constructor(private readonly database: Database) {}

  /** Of the idea, or of the comment's idea, whatever others see of it; none of a member. */
  async place(tx: Transaction, item: Item): Promise<(Place & { isPublic: boolean; authors: string[] }) | null> {
    const [row] = await this.database.query<Place & { isPublic: boolean; authors: string[] }>(
      PLACE,
      [item.ideaId, item.commentId],
      tx,
    );
    return row ?? null;
  }

  /** The same, where everybody reads it now. */
  async publicPlace(tx: Transaction, item: Item): Promise<Place | null> {
    const place = await this.place(tx, item);
    return place?.isPublic ? { ideaId: place.ideaId, title: place.title } : null;
  }

  /** Of what somebody had reported, as `publicPlace`. */
  async reported(tx: Transaction, flagId: string): Promise<(Place & { commentId: string | null }) | null> {
    const [flag] = await this.database.query<Item>(
      'SELECT idea_id AS "ideaId", comment_id AS "commentId" FROM flag WHERE id = $1',
      [flagId],
      tx,
    );
    const place = flag ? await this.publicPlace(tx, flag) : null;
    return place && { ...place, commentId: flag!.commentId };
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
