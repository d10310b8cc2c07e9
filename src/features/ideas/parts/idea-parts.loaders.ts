import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import type { StoredFile } from '../../../shared/storage/file.entity.js';
import { User } from '../../accounts/user.entity.js';
import { Answer } from '../answers/answer.entity.js';
import { AttachedFile } from '../../../shared/storage/attached-file.type.js';
import { Coauthor } from '../coauthors/coauthor.entity.js';
import { IdeaRevision } from '../revisions/idea-revision.entity.js';
import { TimelineEntry } from '../timeline/timeline-entry.type.js';

/** More revisions of one idea than these, the newest, are not shown. */
const MOST_REVISIONS = 100;
const MOST_ENTRIES = 200;

type Row = { ideaId: string };

/** The rows of each idea, in the order they came in. */
function grouped<R extends Row, T>(ids: readonly string[], rows: R[], make: (row: R) => T): Map<string, T[]> {
  const lists = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) lists.get(row.ideaId)!.push(make(row));
  return lists;
}

/** Columns of a user `u`, and the user made of them. */
const PERSON = `u.id AS "userId", u.display_name AS "displayName", u.bio, u.avatar_file_id AS "avatarFileId", u.erased_at AS "erasedAt"`;
type Person = Pick<User, 'displayName' | 'bio' | 'avatarFileId' | 'erasedAt'> & { userId: string };
const personOf = ({ userId: id, displayName, bio, avatarFileId, erasedAt }: Person): User =>
  Object.assign(new User(), { id, displayName, bio, avatarFileId, erasedAt });

/** Co-authors of ideas, in the order they were asked; all states. */
@Injectable()
export class CoauthorsLoader extends RequestLoader<string, Coauthor[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Coauthor[]>> {
    const rows = await this.database.query<Pick<Coauthor, 'ideaId' | 'state'> & Person>(
      `SELECT ca.idea_id AS "ideaId", ca.state, ${PERSON} FROM coauthor ca JOIN "user" u ON u.id = ca.user_id
       WHERE ca.idea_id = ANY ($1) ORDER BY ca.invited_at, ca.user_id`,
      [ids],
    );
    return grouped(ids, rows, (row) => Object.assign(new Coauthor(), row, { user: personOf(row) }));
  }
}

/** The company's answers to ideas, newest first. */
@Injectable()
export class AnswersLoader extends RequestLoader<string, Answer[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Answer[]>> {
    const rows = await this.database.query<
      Pick<Answer, 'id' | 'ideaId' | 'status' | 'body' | 'language' | 'pinned' | 'createdAt'> & Person
    >(
      `SELECT a.id, a.idea_id AS "ideaId", a.status, a.body, a.language, a.pinned, a.created_at AS "createdAt", ${PERSON}
       FROM answer a JOIN "user" u ON u.id = a.author_id WHERE a.idea_id = ANY ($1) ORDER BY a.created_at DESC, a.id DESC`,
      [ids],
    );
    return grouped(ids, rows, ({ id, ideaId, status, body, language, pinned, createdAt, ...person }) =>
      Object.assign(new Answer(), { id, ideaId, status, body, language, pinned, createdAt, author: personOf(person) }),
    );
  }
}

/** The files of ideas, in their order. */
@Injectable()
export class AttachmentsLoader extends RequestLoader<string, AttachedFile[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, AttachedFile[]>> {
    const rows = await this.database.query<StoredFile & Row>(
      `SELECT a.idea_id AS "ideaId", f.id, f.kind, f.filename, f.mime_type AS "mimeType", f.byte_size AS "byteSize",
         f.width, f.height, f.storage_key AS "storageKey"
       FROM attachment a JOIN file f ON f.id = a.file_id WHERE a.idea_id = ANY ($1) AND NOT a.masked ORDER BY a.position`,
      [ids],
    );
    return grouped(ids, rows, AttachedFile.of);
  }
}

/** Whether $2 is an author of the idea `i`, or reads what waits for moderators. */
const READS_ALL = `(i.author_id = $2
  OR EXISTS (SELECT FROM coauthor ca WHERE ca.idea_id = i.id AND ca.user_id = $2 AND ca.state = 'ACCEPTED')
  OR EXISTS (SELECT FROM membership m WHERE m.company_id = i.company_id AND m.user_id = $2
    AND m.role IN ('MODERATOR', 'MANAGER', 'OWNER')))`;

/**
 * The revisions of ideas, newest first, each with the one before. Nobody has allowed those that were replaced while
 * they waited for a moderator: only the authors and the moderators are shown them.
 */
@Injectable()
export class RevisionsLoader extends RequestLoader<string, IdeaRevision[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, IdeaRevision[]>> {
    const rows = await this.database.query<Omit<IdeaRevision, 'editor' | 'before'> & Person>(
      `SELECT r.idea_id AS "ideaId", r.number, r.title, r.body, r.note, r.created_at AS "createdAt", ${PERSON}
       FROM idea i CROSS JOIN LATERAL (
         SELECT * FROM idea_revision WHERE idea_id = i.id AND (was_public OR ${READS_ALL})
         ORDER BY number DESC LIMIT ${MOST_REVISIONS + 1}) r
       JOIN "user" u ON u.id = r.editor_id WHERE i.id = ANY ($1::uuid[]) ORDER BY r.number DESC`,
      [ids, req.viewer?.userId ?? null],
    );
    const lists = grouped(ids, rows, ({ ideaId, number, title, body, note, createdAt, ...person }) =>
      Object.assign(new IdeaRevision(), { ideaId, number, title, body, note, createdAt, editor: personOf(person) }),
    );
    for (const [id, list] of lists) {
      list.forEach((revision, index) => (revision.before = list[index + 1]));
      lists.set(id, list.slice(0, MOST_REVISIONS));
    }
    return lists;
  }
}

/** What happened to ideas in public, oldest first. Votes and the acts of moderators' persons are nobody's business. */
@Injectable()
export class TimelineLoader extends RequestLoader<string, TimelineEntry[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, TimelineEntry[]>> {
    const rows = await this.database.query<
      Row & { id: string; kind: string; at: Date; payload: Record<string, string> } & Person
    >(
      `SELECT e.aggregate_id AS "ideaId", e.id, e.type AS kind, e.occurred_at AS at, e.payload, ${PERSON}
       FROM unnest($1::uuid[]) i (id) CROSS JOIN LATERAL (
         SELECT * FROM event WHERE aggregate_id = i.id AND type IN
           ('IdeaSubmitted', 'IdeaPublished', 'IdeaEdited', 'IdeaAnswered', 'CoauthorJoined', 'IdeaWithdrawn')
         ORDER BY position DESC LIMIT ${MOST_ENTRIES}) e
       LEFT JOIN "user" u ON u.id = e.actor_id AND e.type <> 'IdeaPublished' ORDER BY e.position`,
      [ids],
    );
    return grouped(ids, rows, ({ id, kind, at, payload, ...person }) =>
      Object.assign(new TimelineEntry(), {
        id,
        kind,
        at,
        actor: person.userId ? personOf(person) : null,
        status: payload.status ?? null,
        detail: payload.revision ? String(payload.revision) : null,
      }),
    );
  }
}
