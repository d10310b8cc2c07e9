import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';

/** One who is to be told, and what about. */
export interface Notice {
  userId: string;
  email: string;
  locale: Locale;
  name: string;
  company: string;
  ideaId: string;
  title: string;
}

export interface Answered {
  status: string;
  body: string;
}

/** Who hears of what: only people who still have an account, a confirmed address, and sight of the company. */
const NOTICE = `u.id AS "userId", u.email, u.locale, u.display_name AS name, c.name AS company, i.id AS "ideaId", i.title`;
const REACHABLE = `u.erased_at IS NULL AND u.email IS NOT NULL AND u.email_verified_at IS NOT NULL
  AND (c.visibility = 'PUBLIC' OR EXISTS (SELECT FROM membership m WHERE m.company_id = c.id AND m.user_id = u.id))`;

/** What mails say, read when they are written: one statement each. */
@Injectable()
export class NotificationsQueries {
  constructor(private readonly database: Database) {}

  /** The author and those who accepted to be co-authors, but for the one who did it. */
  ideaAuthors(
    tx: Transaction,
    ideaId: string,
    actorId: string | null,
  ): Promise<(Notice & { reason: string | null })[]> {
    return this.database.query(
      `SELECT ${NOTICE}, i.rejection_reason AS reason FROM idea i JOIN company c ON c.id = i.company_id
       JOIN "user" u ON u.id = i.author_id
         OR u.id IN (SELECT user_id FROM coauthor WHERE idea_id = i.id AND state = 'ACCEPTED')
       WHERE i.id = $1 AND u.id IS DISTINCT FROM $2 AND ${REACHABLE} ORDER BY u.id`,
      [ideaId, actorId],
      tx,
    );
  }

  /** Somebody invited to be co-author who has not answered yet, and who wrote the idea. */
  invitedCoauthor(tx: Transaction, ideaId: string, userId: string): Promise<(Notice & { author: string })[]> {
    return this.database.query(
      `SELECT ${NOTICE}, author.display_name AS author FROM idea i JOIN company c ON c.id = i.company_id
       JOIN "user" author ON author.id = i.author_id JOIN coauthor a ON a.idea_id = i.id AND a.state = 'INVITED'
       JOIN "user" u ON u.id = a.user_id WHERE i.id = $1 AND u.id = $2 AND ${REACHABLE}`,
      [ideaId, userId],
      tx,
    );
  }

  /** The author of a comment, unless it was their own act. */
  commentAuthor(
    tx: Transaction,
    commentId: string,
    actorId: string | null,
  ): Promise<(Notice & { body: string; reason: string | null })[]> {
    return this.database.query(
      `SELECT ${NOTICE}, m.body, m.rejection_reason AS reason FROM comment m JOIN idea i ON i.id = m.idea_id
       JOIN company c ON c.id = i.company_id JOIN "user" u ON u.id = m.author_id
       WHERE m.id = $1 AND u.id IS DISTINCT FROM $2 AND ${REACHABLE}`,
      [commentId, actorId],
      tx,
    );
  }

  async answer(tx: Transaction, answerId: string): Promise<Answered | undefined> {
    const rows = await this.database.query<Answered>('SELECT status, body FROM answer WHERE id = $1', [answerId], tx);
    return rows[0];
  }
}
