import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/config/config.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import { Mailer } from '../../shared/mail/mailer.js';
import type { NotificationKind } from './notification.entity.js';
import { type Recipient, RecipientsQueries } from './recipients.queries.js';
import { RewardNews } from './reward-news.entity.js';
import { type NewsItem, rewardNewsMail } from './reward-news.mails.js';
import { badgesSql, earnedSql, levelNameOf, type Named, nameOf, warnedSql } from './reward.queries.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';

/** People of one company, of whom all that waits is told in one transaction. */
const MOST_AT_ONCE = 200;

/**
 * Takes what waits for the next people ($1) of some company; answers with what of it is still so, and which they have not
 * read in the meantime.
 */
const TAKE = `
WITH next AS (
  SELECT DISTINCT company_id, user_id FROM reward_news WHERE company_id = (SELECT company_id FROM reward_news ORDER BY company_id LIMIT 1)
  ORDER BY user_id LIMIT $1
), r AS (
  DELETE FROM reward_news USING next WHERE reward_news.company_id = next.company_id AND reward_news.user_id = next.user_id
  RETURNING reward_news.*
)
SELECT r.company_id AS "companyId", c.slug, r.user_id AS "userId", r.kind, r.detail, e.title, coalesce(e.points, x.points) AS points, e.rule, b.names->0 AS name
FROM r JOIN company c ON c.id = r.company_id
LEFT JOIN LATERAL (${earnedSql('ARRAY[r.subject_id]')} AND r.kind = 'POINTS_EARNED') e ON true
LEFT JOIN LATERAL (${badgesSql('ARRAY[r.subject_id]')} AND r.kind = 'BADGE_EARNED') b ON true
LEFT JOIN LATERAL (${warnedSql('r')}) x ON true
WHERE CASE r.kind WHEN 'POINTS_EARNED' THEN e.points IS NOT NULL WHEN 'BADGE_EARNED' THEN b.names IS NOT NULL
  WHEN 'POINTS_EXPIRING' THEN x.points IS NOT NULL ELSE true END
  AND NOT EXISTS (SELECT FROM notification n WHERE n.company_id = r.company_id AND n.user_id = r.user_id AND n.group_key = r.group_key AND n.read_at >= r.at)
ORDER BY r.user_id, r.at, r.id`;

interface Row {
  companyId: string;
  slug: string;
  userId: string;
  kind: NotificationKind;
  detail: string | null;
  title: string | null;
  points: number | null;
  rule: string | null;
  name: Named | null;
}

/** The one mail of a day about what somebody has earned. */
@Injectable()
export class RewardNewsMails {
  constructor(
    private readonly database: Database,
    private readonly recipients: RecipientsQueries,
    private readonly mailer: Mailer,
    private readonly links: UnsubscribeLinks,
    private readonly config: Config,
  ) {}

  /**
   * To some of those for whom something waits, as they want to hear of it now.
   * @returns whether there may be more
   */
  async sendSome(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const news = await this.database.query<Row>(TAKE, [MOST_AT_ONCE], tx);
      if (news.length > 0) await this.send(tx, await this.recipients.each(tx, news[0]!.companyId, news), news);
      return tx.exists(RewardNews);
    });
  }

  private async send(tx: Transaction, people: Recipient[], news: Row[]): Promise<void> {
    const wanted = people.filter(({ byMail }) => byMail);
    const receivers = new Map(wanted.map((person) => [person.userId, person]));
    const mails = [...receivers.values()].map((to) => {
      const kinds = wanted.filter(({ userId }) => userId === to.userId).map(({ kind }) => kind);
      const theirs = news.filter(({ userId, kind }) => userId === to.userId && kinds.includes(kind));
      const unsubscribeUrl = this.links.urlOf(to.userId, theirs[0]!.kind);
      const url = `${this.config.publicUrl}/me?tab=rewards&part=points&company=${theirs[0]!.slug}`;
      const items = theirs.map((row) => itemOf(row, to));
      const content = rewardNewsMail(to.locale, { ...to, title: '', url, unsubscribeUrl, items });
      return { to: to.email, locale: to.locale, key: newId(), unsubscribeUrl, ...content };
    });
    if (mails.length > 0) await this.mailer.sendAll(tx, mails);
  }
}

function itemOf({ kind, detail, title, points, rule, name }: Row, { locale }: Recipient): NewsItem {
  if (kind === 'POINTS_EARNED') return { kind, title: title!, points: points!, rule: rule! };
  if (kind === 'BADGE_EARNED') return { kind, name: nameOf(name!, locale) };
  if (kind === 'LEVEL_REACHED') return { kind, name: levelNameOf(detail!, locale) };
  const [, at] = detail!.split(' ');
  return { kind: 'POINTS_EXPIRING', points: points!, at: new Date(at!) };
}
