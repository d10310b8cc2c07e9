import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/database/database.js';
import { type Connection, toConnection } from '../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { RequestLoader } from '../../shared/graphql/loader.js';
import { User } from '../accounts/user.entity.js';
import type { Comment } from './comment.entity.js';
import { CommentRevision } from './comment-revision.entity.js';
import { CommentOrder, CommentsQueries, cursorOf } from './comments.queries.js';

/** Comments by id, where the viewer may read them; whether they may read the idea is for the caller to know. */
@Injectable()
export class CommentLoader extends RequestLoader<string, Comment> {
  constructor(private readonly queries: CommentsQueries) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, Comment>> {
    const rows = await this.queries.byIds(req.viewer ?? null, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** How many replies the viewer can read, by top-level comment. */
@Injectable()
export class ReplyCountLoader extends RequestLoader<string, number> {
  constructor(private readonly queries: CommentsQueries) {
    super();
  }

  protected fetch(rootIds: readonly string[], { req }: GraphqlContext): Promise<Map<string, number>> {
    return this.queries.countReplies(req.viewer ?? null, rootIds);
  }
}

/** One page of a thread: the first replies of every thread on a page are read by one statement. */
@Injectable()
export class RepliesLoader extends RequestLoader<string, Connection<Comment>> {
  constructor(
    private readonly queries: CommentsQueries,
    private readonly counts: ReplyCountLoader,
  ) {
    super();
  }

  /** The key of this page of this top-level comment's thread. */
  static key(rootId: string, first: number, after: string | null | undefined): string {
    return JSON.stringify([first, after ?? null, rootId]);
  }

  protected async fetch(keys: readonly string[], context: GraphqlContext): Promise<Map<string, Connection<Comment>>> {
    const pages = new Map<string, string[]>();
    for (const key of keys) {
      const [first, after, rootId] = JSON.parse(key) as [number, string | null, string];
      const page = JSON.stringify([first, after]);
      pages.set(page, [...(pages.get(page) ?? []), rootId]);
    }
    const found = new Map<string, Connection<Comment>>();
    for (const [page, rootIds] of pages) {
      const [first, after] = JSON.parse(page) as [number, string | null];
      const rows = await this.queries.replies(context.req.viewer ?? null, rootIds, { first, after });
      for (const rootId of rootIds) {
        const thread = rows.filter((row) => row.rootId === rootId);
        const count = async () => (await this.counts.of(context).load(rootId)) ?? 0;
        found.set(
          RepliesLoader.key(rootId, first, after),
          toConnection(thread, { first, after }, cursorOf(CommentOrder.OLDEST), count),
        );
      }
    }
    return found;
  }
}

/** Whom comments mention. */
@Injectable()
export class MentionsLoader extends RequestLoader<string, User[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, User[]>> {
    const rows = await this.database.query<User & { commentId: string }>(
      `SELECT cm.comment_id AS "commentId", u.id, u.display_name AS "displayName", u.bio, u.avatar_file_id AS "avatarFileId",
         u.erased_at AS "erasedAt"
       FROM comment_mention cm JOIN "user" u ON u.id = cm.user_id WHERE cm.comment_id = ANY ($1::uuid[]) ORDER BY u.display_name, u.id`,
      [ids],
    );
    return new Map(ids.map((id) => [id, rows.filter(({ commentId }) => commentId === id)]));
  }
}

/** More versions of one comment than these, the newest, are not shown. */
const MOST_VERSIONS = 100;

/** The versions of edited comments that others could read, oldest first. */
@Injectable()
export class CommentRevisionsLoader extends RequestLoader<string, CommentRevision[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, CommentRevision[]>> {
    const rows = await this.database.query<CommentRevision>(
      `SELECT r.comment_id AS "commentId", r.number, r.body, r.created_at AS "createdAt"
       FROM unnest($1::uuid[]) c (id) CROSS JOIN LATERAL (
         SELECT * FROM comment_revision WHERE comment_id = c.id AND was_public ORDER BY number DESC LIMIT ${MOST_VERSIONS}) r
       ORDER BY r.number`,
      [ids],
    );
    return new Map(ids.map((id) => [id, rows.filter(({ commentId }) => commentId === id)]));
  }
}
