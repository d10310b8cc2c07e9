import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Difference } from '../../shared/database/difference.js';
import { decodeCursor, type PageArgs } from '../../shared/graphql/connection.js';
import { renderMarkdown } from '../../shared/text/markdown.js';
import type { User } from '../accounts/user.entity.js';
import type { Comment } from './comment.entity.js';
import { linkMentions } from './mentions.js';

/** In which order comments are read. */
export enum CommentOrder {
  OLDEST = 'OLDEST',
  NEWEST = 'NEWEST',
  APPRECIATED = 'APPRECIATED',
}
registerEnumType(CommentOrder, {
  name: 'CommentOrder',
  description: 'In which order comments are read.',
  valuesMap: {
    OLDEST: { description: 'As the conversation went.' },
    NEWEST: { description: 'The latest first.' },
    APPRECIATED: { description: 'The most appreciated first; among equals the latest.' },
  },
});

/** A comment as it comes from a statement, with where it stands in its list. */
export interface CommentRow extends Comment {
  /** exact to the microsecond, unlike a Date */
  time: string;
  /** of the mentioned, by their ids; null where there are none */
  names: Record<string, string> | null;
  a_name: string;
  a_bio: string | null;
  a_avatar: string | null;
  a_erased: Date | null;
  to_id: string | null;
  to_name: string;
  to_bio: string | null;
  to_avatar: string | null;
  to_erased: Date | null;
}

/** Where a comment stands. */
export interface CommentPlace {
  id: string;
  ideaId: string;
  /** the top-level comment that it is below; null for one itself */
  rootId: string | null;
}

/** `$1` is always the viewer, or null. */
const MODERATOR = `EXISTS (SELECT FROM membership m WHERE m.company_id = c.company_id AND m.user_id = $1::uuid
  AND m.role IN ('MODERATOR', 'MANAGER', 'OWNER'))`;

/** What only its author and moderators see. */
const UNSEEN = `('HELD', 'REJECTED', 'HIDDEN', 'REMOVED')`;
const REFUSED = `('REJECTED', 'HIDDEN', 'REMOVED')`;

/** An empty place, for the replies that it holds: what it said and who wrote it stays here. */
const EMPTY = `c.visibility = 'DELETED'
  OR (c.visibility IN ${UNSEEN} AND c.author_id IS DISTINCT FROM $1::uuid AND NOT ${MODERATOR})`;

const COLUMNS = `c.id, c.company_id AS "companyId", c.idea_id AS "ideaId", c.parent_id AS "parentId", c.root_id AS "rootId", c.depth,
  c.author_id AS "authorId", c.from_company AS "fromCompany", CASE WHEN hid.empty THEN '' ELSE c.body END AS body,
  c.language, c.visibility, CASE WHEN c.visibility IN ${UNSEEN} AND NOT hid.empty THEN c.hold_reason END AS "holdReason",
  CASE WHEN c.visibility IN ${REFUSED} AND NOT hid.empty THEN c.rejection_reason END AS "rejectionReason", c.appreciation_count AS "appreciationCount",
  c.reply_count AS "replyCount", c.revision_count AS "revisionCount", c.version, c.created_at AS "createdAt", c.edited_at AS "editedAt",
  c.created_at::text AS time, mine.comment_id IS NOT NULL AS "viewerAppreciates",
  a.display_name AS a_name, a.bio AS a_bio, a.avatar_file_id AS a_avatar, a.erased_at AS a_erased,
  CASE WHEN c.body LIKE '%](user:%' AND NOT hid.empty THEN (
    SELECT json_object_agg(u.id, u.display_name) FROM comment_mention cm JOIN "user" u ON u.id = cm.user_id WHERE cm.comment_id = c.id
  ) END AS names,
  b.id AS to_id, b.display_name AS to_name, b.bio AS to_bio, b.avatar_file_id AS to_avatar, b.erased_at AS to_erased`;

const JOINS = `CROSS JOIN LATERAL (SELECT ${EMPTY} AS empty) hid
  LEFT JOIN comment_appreciation mine ON mine.comment_id = c.id AND mine.user_id = $1::uuid
  LEFT JOIN "user" a ON a.id = c.author_id AND NOT hid.empty
  LEFT JOIN comment above ON above.id = c.parent_id AND above.visibility <> 'DELETED'
  LEFT JOIN "user" b ON b.id = above.author_id`;

/** In a thread: the public, empty places that hold replies, one's own that are not public, and to moderators the held. */
const LISTED = `(c.visibility = 'PUBLISHED' OR c.reply_count > 0
  OR (c.visibility IN ${UNSEEN} AND c.author_id = $1::uuid) OR (c.visibility = 'HELD' AND ${MODERATOR}))`;

/** On its own: the same, and to moderators the rejected. */
const READABLE = `(${LISTED} OR (c.visibility IN ${REFUSED} AND ${MODERATOR}))`;

const ORDERS: Record<CommentOrder, { by: string; type: string; direction: 'ASC' | 'DESC'; beyond: '<' | '>' }> = {
  OLDEST: { by: 'created_at', type: 'timestamptz', direction: 'ASC', beyond: '>' },
  NEWEST: { by: 'created_at', type: 'timestamptz', direction: 'DESC', beyond: '<' },
  APPRECIATED: { by: 'appreciation_count', type: 'integer', direction: 'DESC', beyond: '<' },
};

/** The values that a list of this order is continued after. */
export const cursorOf =
  (order: CommentOrder) =>
  (row: CommentRow): [string | number, string] => [
    order === CommentOrder.APPRECIATED ? row.appreciationCount : row.time,
    row.id,
  ];

/** Reads comments as the API shows them: one statement, their authors and what the viewer thinks of them included. */
@Injectable()
export class CommentsQueries {
  constructor(private readonly database: Database) {}

  /** Top-level comments of an idea, one more than the page holds. */
  async top(viewer: Viewer | null, ideaId: string, page: PageArgs, order: CommentOrder): Promise<CommentRow[]> {
    const { by, type, direction, beyond } = ORDERS[order];
    const after = decodeCursor(page.after, [order === CommentOrder.APPRECIATED ? 'integer' : 'time', 'id']);
    const keyset = after ? `AND (c.${by}, c.id) ${beyond} ($4::${type}, $5::uuid)` : '';
    const rows = await this.database.query<CommentRow>(
      `SELECT ${COLUMNS} FROM comment c ${JOINS} WHERE c.idea_id = $2 AND c.parent_id IS NULL AND ${LISTED} ${keyset}
       ORDER BY c.${by} ${direction}, c.id ${direction} LIMIT $3`,
      [viewer?.userId ?? null, ideaId, page.first + 1, ...(after ?? [])],
    );
    return rows.map(toComment);
  }

  /** How many top-level comments the viewer can read. */
  async countTop(viewer: Viewer | null, ideaId: string): Promise<number> {
    const rows = await this.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM comment c WHERE c.idea_id = $2 AND c.parent_id IS NULL AND ${LISTED}`,
      [viewer?.userId ?? null, ideaId],
    );
    return rows[0]!.count;
  }

  /** Everything below each of these top-level comments, oldest first, one more each than the page holds. */
  async replies(viewer: Viewer | null, rootIds: string[], page: PageArgs): Promise<CommentRow[]> {
    const after = decodeCursor(page.after, ['time', 'id']);
    const keyset = after ? `AND (c.created_at, c.id) > ($4::timestamptz, $5::uuid)` : '';
    const rows = await this.database.query<CommentRow>(
      `SELECT ${COLUMNS} FROM unnest($2::uuid[]) WITH ORDINALITY AS root (id, place) CROSS JOIN LATERAL (
         SELECT * FROM comment c WHERE c.root_id = root.id AND ${LISTED} ${keyset} ORDER BY c.created_at, c.id LIMIT $3
       ) c ${JOINS} ORDER BY root.place, c.created_at, c.id`,
      [viewer?.userId ?? null, rootIds, page.first + 1, ...(after ?? [])],
    );
    return rows.map(toComment);
  }

  /** How many comments the viewer can read below each of these. */
  async countReplies(viewer: Viewer | null, rootIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(
      `SELECT c.root_id AS id, count(*)::integer AS count FROM comment c WHERE c.root_id = ANY ($2::uuid[]) AND ${LISTED} GROUP BY 1`,
      [viewer?.userId ?? null, rootIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Those of these comments that the viewer may read where they may read the idea. */
  async byIds(viewer: Viewer | null, ids: readonly string[]): Promise<CommentRow[]> {
    const rows = await this.database.query<CommentRow>(
      `SELECT ${COLUMNS} FROM comment c ${JOINS} WHERE c.id = ANY ($2::uuid[]) AND ${READABLE}`,
      [viewer?.userId ?? null, ids],
    );
    return rows.map(toComment);
  }

  /** Those of these comments that are public. */
  published(ids: string[]): Promise<CommentPlace[]> {
    return this.database.query<CommentPlace>(
      `SELECT id, idea_id AS "ideaId", root_id AS "rootId" FROM comment WHERE id = ANY ($1::uuid[]) AND visibility = 'PUBLISHED'`,
      [ids],
    );
  }

  /** The newest public top-level comments of an idea. */
  newest(ideaId: string, count: number): Promise<CommentPlace[]> {
    return this.database.query<CommentPlace>(
      `SELECT id, idea_id AS "ideaId", root_id AS "rootId" FROM comment
       WHERE idea_id = $1 AND parent_id IS NULL AND visibility = 'PUBLISHED' ORDER BY created_at DESC, id DESC LIMIT $2`,
      [ideaId, count],
    );
  }

  /** Takes somebody's name out of all texts that mention them, those of former versions and of deleted comments too. */
  async forgetName(tx: Transaction, userId: string): Promise<void> {
    const end = `](user:${userId})`;
    const mention = String.raw`@\[([^]\\\n]|\\.){1,80}\]\(user:${userId}\)`;
    for (const table of ['comment', 'comment_revision']) {
      await this.database.query(
        `UPDATE ${table} SET body = regexp_replace(body, $1, $2, 'gi') WHERE body ILIKE $3`,
        [mention, `@[…${end}`, `%${end}%`],
        tx,
      );
    }
  }

  /** Counts that do not equal their rows. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }

  /** One comment as its author, or who has just done something to it, gets it back; deleted or not. */
  async result(viewer: Viewer, id: string, tx?: Transaction): Promise<Comment> {
    const [row] = await this.database.query<CommentRow>(
      `SELECT ${COLUMNS} FROM comment c ${JOINS} WHERE c.id = $2`,
      [viewer.userId, id],
      tx,
    );
    return toComment(row!);
  }
}

/** Stored counts that differ from their rows. */
const VERIFY = `
SELECT id, "column", stored, counted FROM (
  SELECT c.id, 'appreciation_count' AS "column", c.appreciation_count AS stored, coalesce(n.counted, 0) AS counted
  FROM comment c LEFT JOIN (
    SELECT comment_id, count(*)::integer AS counted FROM comment_appreciation GROUP BY comment_id
  ) n ON n.comment_id = c.id
  UNION ALL
  SELECT c.id, 'reply_count', c.reply_count, coalesce(n.counted, 0) FROM comment c LEFT JOIN (
    SELECT above, count(*)::integer AS counted FROM (
      SELECT id, parent_id AS above FROM comment WHERE visibility = 'PUBLISHED'
      UNION SELECT id, root_id FROM comment WHERE visibility = 'PUBLISHED'
    ) AS reply WHERE above IS NOT NULL GROUP BY above
  ) n ON n.above = c.id
  UNION ALL
  SELECT t.idea_id, 'comment_count', t.comment_count, coalesce(n.counted, 0) FROM idea_tally t LEFT JOIN (
    SELECT idea_id, count(*)::integer AS counted FROM comment WHERE visibility = 'PUBLISHED' GROUP BY idea_id
  ) n ON n.idea_id = t.idea_id
) AS figure WHERE stored <> counted ORDER BY id, "column"`;

const person = (
  id: string,
  displayName: string,
  bio: string | null,
  avatarFileId: string | null,
  erasedAt: Date | null,
) => ({ id, displayName, bio, avatarFileId, erasedAt }) as User;

function toComment(row: CommentRow): CommentRow {
  // a former member has no name any more
  row.bodyHtml = renderMarkdown(row.names ? linkMentions(row.body, (id) => row.names?.[id] || '…') : row.body);
  const empty = row.a_name === null;
  row.author = empty ? null : person(row.authorId, row.a_name, row.a_bio, row.a_avatar, row.a_erased);
  row.inReplyTo = row.to_id === null ? null : person(row.to_id, row.to_name, row.to_bio, row.to_avatar, row.to_erased);
  return row;
}
