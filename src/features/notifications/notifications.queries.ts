import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database } from '../../shared/database/database.js';
import { type Connection, decodeCursor, toConnection } from '../../shared/graphql/connection.js';
import { excerpt } from '../../shared/text/excerpt.js';
import { visibleSql } from '../ideas/idea.policy.js';
import type { Notification } from './notification.entity.js';
import type { NotificationsArgs } from './notifications.inputs.js';
import { REWARD_DETAIL, REWARD_JOINS, REWARD_NAMES, REWARD_STANDS } from './reward.queries.js';

const QUOTED = 140;
/** More unread ones are not counted. */
export const MOST_COUNTED = 100;
const SHOWN_ACTORS = 3;

/**
 * What the viewer ($1) is told and may still see now ($2): whatever they have left, or was hidden or taken back since,
 * is not there. Aliases as in the statements of ideas.
 */
const VISIBLE = `FROM notification n JOIN "user" me ON me.id = n.user_id JOIN company c ON c.id = n.company_id
  LEFT JOIN membership m ON m.company_id = n.company_id AND m.user_id = n.user_id
  LEFT JOIN idea i ON i.id = n.idea_id LEFT JOIN coauthor ca ON ca.idea_id = n.idea_id AND ca.user_id = n.user_id
  LEFT JOIN comment t ON t.id = n.comment_id LEFT JOIN decision d ON d.id = n.decision_id LEFT JOIN challenge ch ON ch.id = n.challenge_id
  ${REWARD_JOINS}
  WHERE n.user_id = $1 AND (c.visibility = 'PUBLIC' OR m.id IS NOT NULL)
    AND (n.decision_id IS NOT NULL OR ((n.idea_id IS NULL OR ${visibleSql})
      AND (n.comment_id IS NULL OR t.visibility = 'PUBLISHED')))
    AND (n.challenge_id IS NULL OR ch.publish_at <= $2)
    AND (n.kind <> 'REVIEWS_OVERDUE' OR m.role IN ('MANAGER', 'OWNER'))
    AND (n.kind <> 'COAUTHOR_INVITED' OR ca.state IN ('INVITED', 'ACCEPTED'))
    AND ${REWARD_STANDS}`;

type Row = Notification & { time: string; words: string | null };

/** The condition as it stands in the index of the unread. */
const UNREAD = `${VISIBLE} AND n.read_at IS NULL`;

const page = (
  from: string,
) => `SELECT n.id, n.company_id AS "companyId", n.user_id AS "userId", n.kind, n.idea_id AS "ideaId", n.comment_id AS "commentId",
    n.challenge_id AS "challengeId", n.decision_id AS "decisionId", ${REWARD_DETAIL} AS detail, ${REWARD_NAMES} AS names, n.last_at AS "lastAt", n.read_at AS "readAt", n.last_at::text AS time,
    coalesce(i.title, earned.title) AS "ideaTitle", ch.title AS "challengeTitle", ch.slug AS "challengeSlug",
    CASE n.kind WHEN 'DECISION_MADE' THEN concat_ws('. ', d.legal_ground, (SELECT title FROM rule r WHERE r.id = d.rule_id), d.note)
      WHEN 'APPEAL_DECIDED' THEN (SELECT a.reasons FROM appeal a WHERE a.decision_id = d.id AND a.flag_id IS NULL)
      WHEN 'APPEAL_FILED' THEN NULL WHEN 'DECISION_UNDONE' THEN NULL WHEN 'GIFT' THEN g.note ELSE t.body END AS words,
    CASE WHEN n.decision_id IS NOT NULL THEN c.default_language ELSE t.language END AS "excerptLanguage",
    coalesce(i.language, earned.language, ch.language) AS "titleLanguage",
    ARRAY(SELECT user_id FROM notification_actor a WHERE a.notification_id = n.id ORDER BY a.at DESC, a.user_id LIMIT ${SHOWN_ACTORS}) AS "actorIds",
    (SELECT count(*)::integer FROM notification_actor a WHERE a.notification_id = n.id) AS "actorCount"
  ${from} AND ($3::timestamptz IS NULL OR (n.last_at, n.id) < ($3::timestamptz, $4::uuid))
  ORDER BY n.last_at DESC, n.id DESC LIMIT $5`;

const PAGES = { all: page(VISIBLE), unread: page(UNREAD) };
const UNREAD_COUNT = `SELECT count(*)::integer AS count FROM (SELECT ${UNREAD} LIMIT ${MOST_COUNTED}) unread`;

/** What people are told, as they read it: one statement each. */
@Injectable()
export class NotificationsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What happened last first. */
  async page({ userId }: Viewer, args: NotificationsArgs): Promise<Connection<Notification>> {
    const now = this.clock.now();
    const [at, id] = decodeCursor(args.after, ['time', 'id']) ?? [null, null];
    const sql = args.unreadOnly ? PAGES.unread : PAGES.all;
    const rows = await this.database.query<Row>(sql, [userId, now, at, id, args.first + 1]);
    for (const row of rows) row.excerpt = row.words && excerpt(row.words, QUOTED);
    return toConnection(
      rows,
      args,
      (row) => [row.time, row.id],
      () => this.count(`SELECT count(*)::integer AS count ${args.unreadOnly ? UNREAD : VISIBLE}`, userId, now),
    );
  }

  unread(userId: string): Promise<number> {
    return this.count(UNREAD_COUNT, userId, this.clock.now());
  }

  private async count(sql: string, ...params: unknown[]): Promise<number> {
    return (await this.database.query<{ count: number }>(sql, params))[0]!.count;
  }
}
