import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import { publicSql } from '../ideas/idea.policy.js';
import type { STATUS_WORDS } from '../ideas/idea-status.words.js';

/** What a notification says of an idea. */
export interface IdeaFacts {
  title: string;
  author: string;
}

/** What a notification says of a comment. */
export interface CommentFacts {
  ideaId: string;
  title: string;
  body: string;
  authorId: string;
  author: string;
  isPublic: boolean;
}

/** What notifications and mails say, read when they are written. */
@Injectable()
export class FactsQueries {
  constructor(private readonly database: Database) {}

  idea(tx: Transaction, id: string): Promise<IdeaFacts | undefined> {
    return this.first(
      tx,
      `SELECT i.title, u.display_name AS author
       FROM idea i JOIN "user" u ON u.id = i.author_id WHERE i.id = $1`,
      id,
    );
  }

  /** The titles of a merge that still holds, of ideas that everybody may read. */
  merge(tx: Transaction, id: string, targetId: string): Promise<{ title: string; target: string } | undefined> {
    return this.first(
      tx,
      `SELECT i.title, target.title AS target FROM idea i JOIN idea target ON target.id = i.merged_into_id
       WHERE i.id = $1 AND target.id = $2 AND i.visibility = 'MERGED' AND target.visibility = 'PUBLISHED' AND ${publicSql}`,
      id,
      targetId,
    );
  }

  comment(tx: Transaction, id: string): Promise<CommentFacts | undefined> {
    return this.first(
      tx,
      `SELECT m.idea_id AS "ideaId", i.title, m.body, m.author_id AS "authorId",
         u.display_name AS author, m.visibility = 'PUBLISHED' AS "isPublic"
       FROM comment m JOIN idea i ON i.id = m.idea_id JOIN "user" u ON u.id = m.author_id WHERE m.id = $1`,
      id,
    );
  }

  answer(tx: Transaction, id: string): Promise<{ status: keyof typeof STATUS_WORDS; body: string } | undefined> {
    return this.first(tx, 'SELECT status, body FROM answer WHERE id = $1', id);
  }

  /** An invitation to be co-author that has not been answered yet. */
  invitation(tx: Transaction, ideaId: string, userId: string): Promise<object | undefined> {
    return this.first(
      tx,
      `SELECT 1 FROM coauthor WHERE idea_id = $1 AND user_id = $2 AND state = 'INVITED'`,
      ideaId,
      userId,
    );
  }

  challenge(tx: Transaction, id: string): Promise<{ title: string; path: string } | undefined> {
    return this.first(
      tx,
      `SELECT h.title, '/' || c.slug || '/c/' || h.slug AS path FROM challenge h JOIN company c ON c.id = h.company_id
       WHERE h.id = $1 AND h.archived_at IS NULL AND h.closed_at IS NULL`,
      id,
    );
  }

  /** Of one whose phases are over, too. */
  decidedChallenge(tx: Transaction, id: string): Promise<{ title: string; path: string } | undefined> {
    return this.first(
      tx,
      `SELECT h.title, '/' || c.slug || '/c/' || h.slug AS path FROM challenge h JOIN company c ON c.id = h.company_id
       WHERE h.id = $1 AND h.archived_at IS NULL AND EXISTS (
         SELECT FROM winner w WHERE w.challenge_id = h.id AND w.announced_at IS NOT NULL AND w.revoked_at IS NULL)`,
      id,
    );
  }

  person(tx: Transaction, id: string): Promise<{ name: string } | undefined> {
    return this.first(tx, 'SELECT display_name AS name FROM "user" WHERE id = $1', id);
  }

  private async first<T>(tx: Transaction, sql: string, ...params: unknown[]): Promise<T | undefined> {
    return (await this.database.query<T>(sql, params, tx))[0];
  }
}
