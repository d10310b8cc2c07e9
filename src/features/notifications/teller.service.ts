import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/config/config.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import type { MailContent } from '../../shared/mail/layout.js';
import { Mailer } from '../../shared/mail/mailer.js';
import { NotificationKind } from './notification.entity.js';
import { ALWAYS_MAILED } from './notification-preference.entity.js';
import type { Recipient } from './recipients.queries.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';

/** What is told here. */
export interface Noted {
  ideaId?: string;
  commentId?: string;
  challengeId?: string;
  decisionId?: string;
  /** of rewards: what joins before it is read is remembered beside it */
  subjectId?: string;
  detail?: string;
  /** who did it; nobody for moderators' acts */
  actorId?: string | null;
  /** what happens to the same thing before it is read is one notification */
  groupOf: (recipient: Recipient) => string;
}

/** What is told here and by mail. */
export interface Told extends Noted {
  /** where it is, on this site */
  path: string;
  write: (recipient: Recipient & { url: string; unsubscribeUrl: string | undefined }) => MailContent;
}

/**
 * What people say and do, which may go back and forth: one mail until it is read. Of all else each time is a mail.
 */
const ONE_MAIL_UNTIL_READ: ReadonlySet<NotificationKind> = new Set([
  NotificationKind.IDEA_COMMENTED,
  NotificationKind.COMMENT_REPLIED,
  NotificationKind.MENTIONED,
  NotificationKind.COMMENT_APPRECIATED,
  NotificationKind.COAUTHOR_INVITED,
  NotificationKind.HANDOUT_WAITING,
  NotificationKind.SHARES_PROPOSED,
]);

/** What joins before it is read is remembered, up to this many. */
const MOST_SUBJECTS = 100;

/**
 * Answers with the people for whom it is news: not with those who have not yet read the same of before. One whose
 * comment is not public any more (`hidden`) tells nobody anything: it becomes news of the comment that joins it, by
 * those who are still heard.
 */
const WRITE = `
WITH r AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS r (id, user_id, kind, group_key)
), hidden AS (
  SELECT n.id FROM r JOIN notification n ON n.company_id = $5 AND n.user_id = r.user_id
    AND n.group_key = r.kind || ':' || r.group_key AND n.read_at IS NULL
  JOIN comment c ON c.id = n.comment_id AND c.visibility <> 'PUBLISHED' AND c.id <> $7
), silent AS (
  DELETE FROM notification_actor a USING hidden h WHERE a.notification_id = h.id AND a.user_id <> $11 AND NOT EXISTS (
    SELECT FROM comment c WHERE c.author_id = a.user_id AND c.idea_id = $6 AND c.visibility = 'PUBLISHED')
), told AS (
  INSERT INTO notification AS n (id, company_id, user_id, kind, group_key, idea_id, comment_id, challenge_id, detail, created_at, last_at, decision_id, subject_ids)
  SELECT r.id, $5, r.user_id, r.kind, r.kind || ':' || r.group_key, $6, $7, $8, $9, $10, $10, $12, CASE WHEN $13::uuid IS NOT NULL THEN ARRAY[$13::uuid] END
  FROM r
  ON CONFLICT (company_id, user_id, group_key) WHERE read_at IS NULL
    DO UPDATE SET last_at = greatest(n.last_at, excluded.last_at),
      detail = CASE WHEN excluded.last_at < n.last_at THEN n.detail ELSE excluded.detail END,
      subject_ids = (excluded.subject_ids || n.subject_ids)[1:$14::integer],
      comment_id = CASE WHEN n.id IN (SELECT id FROM hidden) THEN excluded.comment_id ELSE n.comment_id END
  RETURNING n.id, n.user_id, xmax = 0 OR n.id IN (SELECT id FROM hidden) AS news
), acted AS (
  INSERT INTO notification_actor (company_id, notification_id, user_id, at)
  SELECT $5, id, $11::uuid, $10 FROM told WHERE $11::uuid IS NOT NULL
  ON CONFLICT (notification_id, user_id) DO UPDATE SET at = excluded.at
)
SELECT user_id AS "userId" FROM told WHERE news`;

/** Somebody took back what they did: it counts no more, and where nobody else did it, it is not told. */
const TAKE_BACK = `
WITH unread AS (
  SELECT id FROM notification WHERE company_id = $1 AND user_id = $2 AND group_key = $3 AND read_at IS NULL FOR UPDATE
), gone AS (
  DELETE FROM notification_actor a USING unread u WHERE a.notification_id = u.id AND a.user_id = $4 RETURNING u.id
)
DELETE FROM notification n USING gone g WHERE n.id = g.id
  AND NOT EXISTS (SELECT FROM notification_actor a WHERE a.notification_id = g.id AND a.user_id <> $4)`;

/** Tells people something, here and by mail, as each of them wants it. */
@Injectable()
export class Teller {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly links: UnsubscribeLinks,
    private readonly config: Config,
  ) {}

  /** In the transaction that notes the event's delivery: whatever runs again, each is told once. */
  async tell(tx: Transaction, event: StoredEvent, recipients: Recipient[], told: Told): Promise<void> {
    const news = new Set(await this.note(tx, event, recipients, told));
    const due = ({ inApp, userId, kind }: Recipient) => !inApp || !ONE_MAIL_UNTIL_READ.has(kind) || news.has(userId);
    const mailed = recipients.filter((recipient) => recipient.byMail && due(recipient));
    const mails = mailed.map((recipient) => {
      const { email: to, locale, userId, kind } = recipient;
      const unsubscribeUrl = ALWAYS_MAILED.includes(kind) ? undefined : this.links.urlOf(userId, kind);
      const content = told.write({ ...recipient, url: this.config.publicUrl + told.path, unsubscribeUrl });
      return { to, locale, key: `${event.id}-${userId}`, unsubscribeUrl, ...content };
    });
    if (mails.length > 0) await this.mailer.sendAll(tx, mails);
  }

  /** @param group kind and key, as it was told */
  async takeBack(tx: Transaction, event: StoredEvent, userId: string, group: string): Promise<void> {
    await this.database.query(TAKE_BACK, [event.companyId, userId, group, event.actorId], tx);
  }

  /**
   * Only here.
   * @returns those to whom it is news
   */
  async note(tx: Transaction, event: StoredEvent, recipients: Recipient[], told: Noted): Promise<string[]> {
    const here = recipients.filter(({ inApp }) => inApp);
    if (here.length === 0) return [];
    const rows = await this.database.query<{ userId: string }>(
      WRITE,
      [
        here.map(() => newId()),
        here.map(({ userId }) => userId),
        here.map(({ kind }) => kind),
        here.map(told.groupOf),
        event.companyId,
        told.ideaId ?? null,
        told.commentId ?? null,
        told.challengeId ?? null,
        told.detail ?? null,
        event.occurredAt,
        told.actorId ?? null,
        told.decisionId ?? null,
        told.subjectId ?? null,
        MOST_SUBJECTS,
      ],
      tx,
    );
    return rows.map(({ userId }) => userId);
  }
}
