import { Injectable } from '@nestjs/common';
import { MAX, NIL } from 'uuid';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';
import type { NotificationKind } from './notification.entity.js';
import { ALWAYS_MAILED, MAILED_BY_DEFAULT } from './notification-preference.entity.js';

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

/** A part of many people: those whose ids come after the one, up to and with the other. */
export interface Part {
  after: string;
  upTo: string;
}

/** At most this many are told in one transaction. */
const MOST_AT_ONCE = 500;

/** Who wrote an idea. */
const authors = (idea: string) => `SELECT author_id AS user_id FROM idea WHERE id = ${idea}
  UNION SELECT user_id FROM coauthor WHERE idea_id = ${idea} AND state = 'ACCEPTED'`;

/** Authors of an idea, but for who has said that they do not want to hear of it. */
const listeningAuthors = (idea: string) => `SELECT a.user_id FROM (${authors(idea)}) a WHERE NOT EXISTS (
    SELECT FROM idea_follow f WHERE f.company_id = $1 AND f.idea_id = ${idea} AND f.user_id = a.user_id AND f.unfollowed_at IS NOT NULL)`;

/** Who hears of an idea's answers; authors may be in it twice. */
const listeners = (idea: string) => `SELECT user_id, true AS mine FROM (${listeningAuthors(idea)}) a
    UNION ALL SELECT user_id, false FROM idea_follow WHERE company_id = $1 AND idea_id = ${idea} AND unfollowed_at IS NULL`;

/** A comment is told as one thing to each: as what concerns them most. */
const CONVERSATION = `SELECT DISTINCT ON (user_id) user_id, kind, kind = 'IDEA_COMMENTED' AS mine FROM (
    SELECT unnest($4::uuid[]) AS user_id, 'MENTIONED' AS kind, 1 AS rank
    UNION ALL SELECT $5::uuid, 'COMMENT_REPLIED', 2
    UNION ALL SELECT a.user_id, 'IDEA_COMMENTED', 3 FROM (${listeningAuthors('$3')}) a
  ) told WHERE user_id IS DISTINCT FROM $6::uuid AND ($7::boolean OR kind = 'MENTIONED') ORDER BY user_id, rank`;

/** Of all of them those in a part: after $5, up to $6. */
const ANSWERED = `SELECT user_id, 'IDEA_ANSWERED' AS kind, bool_or(mine) AS mine FROM (${listeners('$3')}) told
  WHERE user_id IS DISTINCT FROM $4::uuid AND user_id > $5::uuid AND user_id <= $6::uuid GROUP BY user_id`;

/** Of the ideas that were answered at once with the answer $2 and of which people ($3) hear: how many, and the first. */
const ANSWERED_AT_ONCE = `SELECT l.user_id AS "userId", count(DISTINCT b.idea_id)::integer AS count, min(b.idea_id::text) AS first
  FROM answer a JOIN answer b ON b.company_id = a.company_id AND b.author_id = a.author_id
    AND b.idempotency_key = a.idempotency_key AND b.created_at = a.created_at
  CROSS JOIN LATERAL (${listeners('b.idea_id')}) l
  WHERE a.company_id = $1 AND a.id = $2 AND l.user_id = ANY ($3::uuid[]) GROUP BY l.user_id`;

/** Whoever follows one of its ideas takes part in a challenge: its authors, voters and commenters do. Parts as above. */
const participants = (kind: string) => `SELECT DISTINCT f.user_id, '${kind}' AS kind, false AS mine FROM idea i
  JOIN idea_follow f ON f.company_id = i.company_id AND f.idea_id = i.id AND f.unfollowed_at IS NULL
  WHERE i.company_id = $1 AND i.challenge_id = $3 AND f.user_id IS DISTINCT FROM $4::uuid
    AND f.user_id > $5::uuid AND f.user_id <= $6::uuid`;

/** Who voted for an idea or follows it: its authors hear of the merging as a decision. Parts as above. */
const SUPPORTERS = `SELECT DISTINCT w.user_id, 'IDEA_MERGED' AS kind, false AS mine FROM (
    SELECT user_id FROM vote WHERE company_id = $1 AND idea_id = $3 AND value > 0
    UNION SELECT user_id FROM idea_follow WHERE company_id = $1 AND idea_id = $3 AND unfollowed_at IS NULL
  ) w WHERE w.user_id IS DISTINCT FROM $4::uuid AND w.user_id > $5::uuid AND w.user_id <= $6::uuid
    AND w.user_id NOT IN (${authors('$3')})`;

/** Those who take part in a challenge, but for the authors of the ideas that won: they hear of that. */
const SPECTATORS = `${participants('WINNERS_ANNOUNCED')} AND NOT EXISTS (
    SELECT FROM winner v JOIN idea o ON o.id = v.idea_id LEFT JOIN coauthor a ON a.idea_id = o.id AND a.state = 'ACCEPTED'
    WHERE v.challenge_id = $3 AND f.user_id IN (o.author_id, a.user_id))`;

const CROWDS = { answer: ANSWERED, phase: participants('PHASE_STARTED'), merge: SUPPORTERS, winners: SPECTATORS };

const ALWAYS = ALWAYS_MAILED.map((kind) => `'${kind}'`).join();

/** The many who hear of something. */
export interface Crowd {
  of: keyof typeof CROWDS;
  companyId: string;
  /** the idea, or the challenge */
  id: string;
  /** who is left out: it is their own act */
  actorId: string | null;
}

/**
 * Who hears of what: only people who still have an account and, but for what the law has them told, sight of the
 * company. One statement each.
 */
@Injectable()
export class RecipientsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Authors and followers of the idea that was answered, but for the one who did it; or its participants, of a phase;
   * or who supported it, of one that was merged.
   */
  ofCrowd(tx: Transaction, crowd: Crowd, { after, upTo }: Part): Promise<Recipient[]> {
    const { companyId, id, actorId } = crowd;
    return this.read(tx, CROWDS[crowd.of], companyId, [id, actorId, after, upTo]);
  }

  /** The parts that make up a crowd, none too big to be told at once. */
  async partsOf(tx: Transaction, { of, companyId, id, actorId }: Crowd): Promise<Part[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT user_id AS id FROM (SELECT user_id, row_number() OVER (ORDER BY user_id) AS place FROM (${CROWDS[of]}) w) p
       WHERE place % $2::integer = 0 ORDER BY user_id`,
      [companyId, MOST_AT_ONCE, id, actorId, NIL, MAX],
      tx,
    );
    const ends = rows.map((row) => row.id);
    return [...ends, MAX].map((upTo, at) => ({ after: ends[at - 1] ?? NIL, upTo }));
  }

  /** Of these people those who hear of ideas that were answered at once with this one: of how many, and the first's id. */
  async answeredAtOnce(
    tx: Transaction,
    companyId: string,
    answerId: string,
    people: Recipient[],
  ): Promise<Map<string, { count: number; first: string }>> {
    const rows = await this.database.query<{ userId: string; count: number; first: string }>(
      ANSWERED_AT_ONCE,
      [companyId, answerId, people.map(({ userId }) => userId)],
      tx,
    );
    return new Map(rows.map((row) => [row.userId, row]));
  }

  /** The author and those who accepted to be co-authors, whether they follow or not, but for the one who did it. */
  ofDecision(
    tx: Transaction,
    companyId: string,
    ideaId: string,
    kind: NotificationKind,
    actorId: string | null,
  ): Promise<Recipient[]> {
    const who = `SELECT user_id, $4 AS kind, true AS mine FROM (${authors('$3')}) a WHERE user_id IS DISTINCT FROM $5::uuid`;
    return this.read(tx, who, companyId, [ideaId, kind, actorId]);
  }

  /** The staff that may decide about an appeal: not whoever decided or appeals; a lone moderator's falls to who is above. */
  ofAppeal(tx: Transaction, companyId: string, decisionId: string, kind: NotificationKind): Promise<Recipient[]> {
    const who = `SELECT m.user_id, $4 AS kind, false AS mine FROM decision d JOIN membership m ON m.company_id = d.company_id
      WHERE d.id = $3 AND d.company_id = $1 AND m.role IN ('MODERATOR', 'MANAGER', 'OWNER')
        AND m.user_id IS DISTINCT FROM d.decided_by_id AND m.user_id <> d.subject_id
        AND NOT EXISTS (SELECT FROM flag f WHERE f.review_id = d.review_id AND f.flagger_id = m.user_id AND f.state <> 'WITHDRAWN')
        AND NOT EXISTS (SELECT FROM coauthor o WHERE o.idea_id = d.idea_id AND o.user_id = m.user_id AND o.state = 'ACCEPTED')`;
    return this.read(tx, who, companyId, [decisionId, kind]);
  }

  /** Co-authors of an idea who are to agree to what its author proposed, while it is open what it wins. */
  ofShares(tx: Transaction, companyId: string, ideaId: string, kind: NotificationKind): Promise<Recipient[]> {
    const who = `SELECT s.user_id, $4 AS kind, true AS mine FROM idea_share s JOIN idea i ON i.id = s.idea_id AND i.visibility = 'PUBLISHED'
      JOIN challenge h ON h.id = i.challenge_id AND h.prizes_fixed_at IS NULL AND h.archived_at IS NULL
      JOIN coauthor a ON a.idea_id = s.idea_id AND a.user_id = s.user_id AND a.state = 'ACCEPTED'
      WHERE s.company_id = $1 AND s.idea_id = $3 AND s.agreed_at IS NULL`;
    return this.read(tx, who, companyId, [ideaId, kind]);
  }

  /** Who runs the company, and may do so now. */
  ofManagers(tx: Transaction, companyId: string, kind: NotificationKind, now: Date): Promise<Recipient[]> {
    const who = `SELECT user_id, $3 AS kind, false AS mine FROM membership WHERE company_id = $1
      AND role IN ('MANAGER', 'OWNER') AND coalesce(suspended_until <= $4::timestamptz, true)`;
    return this.read(tx, who, companyId, [kind, now]);
  }

  /** Somebody, for what concerns them alone. */
  one(tx: Transaction, companyId: string, userId: string, kind: NotificationKind): Promise<Recipient[]> {
    return this.read(tx, 'SELECT $3::uuid AS user_id, $4 AS kind, true AS mine', companyId, [userId, kind]);
  }

  /** People, each for something that concerns them alone. */
  each(tx: Transaction, companyId: string, people: { userId: string; kind: NotificationKind }[]): Promise<Recipient[]> {
    const who = 'SELECT DISTINCT user_id, kind, true AS mine FROM unnest($3::uuid[], $4::text[]) AS t (user_id, kind)';
    return this.read(tx, who, companyId, [people.map(({ userId }) => userId), people.map(({ kind }) => kind)]);
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

  /** @param who gives `user_id`, `kind` and `mine`; $1 is the company, $3 and on are `params` */
  private read(tx: Transaction, who: string, companyId: string, params: unknown[]): Promise<Recipient[]> {
    return this.database.query(
      `SELECT u.id AS "userId", u.email, u.locale, u.display_name AS name, c.name AS company, w.kind, w.mine,
         coalesce(p.in_app, true) AS "inApp",
         (w.kind IN (${ALWAYS}) OR coalesce(p.email, w.kind = ANY ($2::text[]))) AND u.email IS NOT NULL AND u.email_verified_at IS NOT NULL AS "byMail"
       FROM (${who}) w JOIN "user" u ON u.id = w.user_id AND u.erased_at IS NULL JOIN company c ON c.id = $1
       LEFT JOIN notification_preference p ON p.user_id = u.id AND p.kind = w.kind
       WHERE c.visibility = 'PUBLIC' OR w.kind IN (${ALWAYS}) OR EXISTS (SELECT FROM membership m WHERE m.company_id = c.id AND m.user_id = u.id)
       ORDER BY u.id`,
      [companyId, MAILED_BY_DEFAULT, ...params],
      tx,
    );
  }
}
