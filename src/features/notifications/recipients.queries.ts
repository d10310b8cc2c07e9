import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';
import type { NotificationKind } from './notification.entity.js';
import { MAILED_BY_DEFAULT } from './notification-preference.entity.js';

/** One who is to be told, and how. */
export interface Recipient {
  userId: string;
  email: string;
  locale: Locale;
  name: string;
  company: string;
  kind: NotificationKind;
  /** whether it is an idea of their own */
  mine: boolean;
  inApp: boolean;
  /** only with a confirmed address */
  byMail: boolean;
}

/** Authors of the idea $3, but for who has said that they do not want to hear of it. */
const AUTHORS = `SELECT a.user_id FROM (
    SELECT author_id AS user_id FROM idea WHERE id = $3 UNION SELECT user_id FROM coauthor WHERE idea_id = $3 AND state = 'ACCEPTED'
  ) a WHERE NOT EXISTS (
    SELECT FROM idea_follow f WHERE f.company_id = $1 AND f.idea_id = $3 AND f.user_id = a.user_id AND f.unfollowed_at IS NOT NULL)`;

/** A comment is told as one thing to each: as what concerns them most. */
const CONVERSATION = `SELECT DISTINCT ON (user_id) user_id, kind, kind = 'IDEA_COMMENTED' AS mine FROM (
    SELECT unnest($4::uuid[]) AS user_id, 'MENTIONED' AS kind, 1 AS rank
    UNION ALL SELECT $5::uuid, 'COMMENT_REPLIED', 2
    UNION ALL SELECT a.user_id, 'IDEA_COMMENTED', 3 FROM (${AUTHORS}) a
  ) told WHERE user_id IS DISTINCT FROM $6::uuid AND ($7::boolean OR kind = 'MENTIONED') ORDER BY user_id, rank`;

const ANSWERED = `SELECT user_id, 'IDEA_ANSWERED' AS kind, bool_or(mine) AS mine FROM (
    SELECT user_id, true AS mine FROM (${AUTHORS}) a
    UNION ALL SELECT user_id, false FROM idea_follow WHERE company_id = $1 AND idea_id = $3 AND unfollowed_at IS NULL
  ) told WHERE user_id IS DISTINCT FROM $4::uuid GROUP BY user_id`;

/** Whoever follows one of its ideas takes part in a challenge: its authors, voters and commenters do. */
const PARTICIPANTS = `SELECT DISTINCT f.user_id, 'PHASE_STARTED' AS kind, false AS mine FROM idea i
  JOIN idea_follow f ON f.company_id = i.company_id AND f.idea_id = i.id AND f.unfollowed_at IS NULL
  WHERE i.company_id = $1 AND i.challenge_id = $3 AND f.user_id IS DISTINCT FROM $4::uuid`;

/** Who hears of what: only people who still have an account and sight of the company. One statement each. */
@Injectable()
export class RecipientsQueries {
  constructor(private readonly database: Database) {}

  /** Authors and followers of an idea, but for the one who answered it. */
  ofAnswer(tx: Transaction, companyId: string, ideaId: string, actorId: string | null): Promise<Recipient[]> {
    return this.read(tx, ANSWERED, companyId, [ideaId, actorId]);
  }

  /** The author and those who accepted to be co-authors, but for the one who did it. */
  ofDecision(
    tx: Transaction,
    companyId: string,
    ideaId: string,
    kind: NotificationKind,
    actorId: string | null,
  ): Promise<Recipient[]> {
    const who = `SELECT user_id, $4 AS kind, true AS mine FROM (${AUTHORS}) a WHERE user_id IS DISTINCT FROM $5::uuid`;
    return this.read(tx, who, companyId, [ideaId, kind, actorId]);
  }

  /** Somebody, for what concerns them alone. */
  one(tx: Transaction, companyId: string, userId: string, kind: NotificationKind): Promise<Recipient[]> {
    return this.read(tx, 'SELECT $3::uuid AS user_id, $4 AS kind, true AS mine', companyId, [userId, kind]);
  }

  /**
   * The mentioned, the author of the answered comment, the authors of the idea; never the comment's own author.
   * @param first whether it has just become public for the first time: else only the mentioned hear of it
   */
  ofComment(
    tx: Transaction,
    companyId: string,
    comment: { ideaId: string; authorId: string; inReplyToId: string | null; mentionedIds: string[]; first: boolean },
  ): Promise<Recipient[]> {
    const { ideaId, authorId, inReplyToId, mentionedIds, first } = comment;
    return this.read(tx, CONVERSATION, companyId, [ideaId, mentionedIds, inReplyToId, authorId, first]);
  }

  /** Who takes part in a challenge. */
  ofChallenge(tx: Transaction, companyId: string, challengeId: string, actorId: string | null): Promise<Recipient[]> {
    return this.read(tx, PARTICIPANTS, companyId, [challengeId, actorId]);
  }

  /** @param who gives `user_id`, `kind` and `mine`; $1 is the company, $3 and on are `params` */
  private read(tx: Transaction, who: string, companyId: string, params: unknown[]): Promise<Recipient[]> {
    return this.database.query(
      `SELECT u.id AS "userId", u.email, u.locale, u.display_name AS name, c.name AS company, w.kind, w.mine,
         coalesce(p.in_app, true) AS "inApp",
         coalesce(p.email, w.kind = ANY ($2::text[])) AND u.email IS NOT NULL AND u.email_verified_at IS NOT NULL AS "byMail"
       FROM (${who}) w JOIN "user" u ON u.id = w.user_id AND u.erased_at IS NULL JOIN company c ON c.id = $1
       LEFT JOIN notification_preference p ON p.user_id = u.id AND p.kind = w.kind
       WHERE c.visibility = 'PUBLIC' OR EXISTS (SELECT FROM membership m WHERE m.company_id = c.id AND m.user_id = u.id)
       ORDER BY u.id`,
      [companyId, MAILED_BY_DEFAULT, ...params],
      tx,
    );
  }
}
