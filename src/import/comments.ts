import { LONGEST_COMMENT } from '../features/comments/comments.input.js';
import { LOCK_TALLIES } from '../features/ideas/idea-tally.entity.js';
import type { Transaction } from '../shared/database/database.js';
import { newId } from '../shared/database/ids.js';
import { cleanProse } from '../shared/text/clean.js';
import { detectLanguage } from '../shared/text/language.js';
import { type ImportContext, inBatches } from './context.js';
import { nameOf, type Row } from './csv-rows.js';
import type { ImportedIdeas } from './ideas.js';
import type { People } from './people.js';
import { RowProblem } from './report.js';
import { remember } from './texts.js';

interface Place {
  id: string;
  ideaId: string;
  rootId: string | null;
  depth: number;
  authorId: string;
}

interface ReadComment {
  sourceId: string;
  ideaId: string;
  parent: string | null;
  author: string;
  body: string;
  at: Date;
  file: string;
  line: number;
}

/** Published comments, and every count that follows; what is there already stays. */
const INSERT = `
WITH added AS (
  INSERT INTO comment (id, company_id, idea_id, parent_id, root_id, depth, author_id, body, language, visibility, source_id, created_at)
  SELECT id, $1, idea_id, parent_id, root_id, depth, author_id, body, language, 'PUBLISHED', source_id, at
  FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::timestamptz[])
    AS c (id, idea_id, parent_id, root_id, depth, author_id, body, language, source_id, at)
  ON CONFLICT (company_id, source_id) DO NOTHING
  RETURNING *
), tally AS (
  UPDATE idea_tally t SET comment_count = comment_count + n.count,
    trending = coalesce(trending_score(up_count, down_count, comment_count + n.count, published_at), trending)
  FROM (SELECT idea_id, count(*)::integer AS count FROM added GROUP BY idea_id) n WHERE t.idea_id = n.idea_id
)
SELECT id, parent_id AS "parentId", author_id AS "authorId", idea_id AS "aggregateId", created_at AS at FROM added`;

/** Those above the new ones, which may be new themselves. */
const COUNT_REPLIES = `
UPDATE comment c SET reply_count = reply_count + n.count FROM (
  SELECT above, count(*)::integer AS count
  FROM comment r CROSS JOIN LATERAL (SELECT r.parent_id AS above UNION SELECT r.root_id) a
  WHERE r.id = ANY ($1::uuid[]) AND above IS NOT NULL GROUP BY above
) n WHERE c.id = n.above`;

/** Comments from elsewhere. A parent may come later in the file than its answers; one that never comes leaves them top-level. */
export class ImportedComments {
  private readonly known = new Map<string, Place>();
  private readonly waiting: ReadComment[] = [];

  private constructor(
    private readonly context: ImportContext,
    private readonly people: People,
    private readonly ideas: ImportedIdeas,
  ) {}

  /** With those of earlier runs. */
  static async load(context: ImportContext, people: People, ideas: ImportedIdeas): Promise<ImportedComments> {
    const comments = new ImportedComments(context, people, ideas);
    const rows = await context.database.query<Place & { sourceId: string }>(
      `SELECT source_id AS "sourceId", id, idea_id AS "ideaId", root_id AS "rootId", depth, author_id AS "authorId"
       FROM comment WHERE company_id = $1 AND source_id IS NOT NULL`,
      [context.company.id],
    );
    for (const { sourceId, ...place } of rows) comments.known.set(sourceId, place);
    return comments;
  }

  async importFile(rows: AsyncIterable<Row>): Promise<void> {
    const { report } = this.context;
    const seen = new Set<string>();
    const read = (row: Row): ReadComment | null => {
      const comment = this.read(row);
      if (seen.has(comment.sourceId))
        throw new RowProblem(nameOf(this.context.mapping.comments!.id), `“${comment.sourceId}” is there twice`);
      seen.add(comment.sourceId);
      if (!this.known.has(comment.sourceId)) return comment;
      report.of('comments').known++;
      return null;
    };
    await inBatches(this.context, 'comments', rows, read, (batch) => this.write(batch));
    await this.writeWaiting();
  }

  private read(row: Row): ReadComment {
    const fields = this.context.mapping.comments!;
    const body = cleanProse(row.required(fields.body));
    if (body === '') throw new RowProblem(nameOf(fields.body), 'is empty');
    if (body.length > LONGEST_COMMENT)
      throw new RowProblem(nameOf(fields.body), `is longer than ${LONGEST_COMMENT} characters`);
    const idea = row.required(fields.idea);
    const ideaId = this.ideas.known.get(idea)?.id;
    if (!ideaId) throw new RowProblem(nameOf(fields.idea), `there is no idea “${idea}”`);
    const author = this.people.check(fields.author, row.required(fields.author));
    const { file, line } = row;
    return {
      sourceId: row.required(fields.id),
      ideaId,
      parent: row.optional(fields.parent),
      author,
      body,
      at: row.time(fields.createdAt),
      file,
      line,
    };
  }

  /** Those whose parent has not come yet wait. */
  private async write(batch: ReadComment[]): Promise<void> {
    const ready: ReadComment[] = [];
    const placed = new Set<string>();
    for (const comment of batch) {
      const { parent } = comment;
      if (!parent || this.known.has(parent) || placed.has(parent)) {
        ready.push(comment);
        placed.add(comment.sourceId);
      } else this.waiting.push(comment);
    }
    if (ready.length > 0) await this.insert(ready);
  }

  private async writeWaiting(): Promise<void> {
    let left = this.waiting;
    const names = new Set(left.map(({ sourceId }) => sourceId));
    while (left.length > 0) {
      const able = left.filter(({ parent }) => !parent || this.known.has(parent) || !names.has(parent));
      // what is left answers itself in a circle
      const next = able.length > 0 ? able : [{ ...left[0]!, parent: `${left[0]!.parent} (a circle)` }];
      await this.insert(next);
      const done = new Set(next.map(({ sourceId }) => sourceId));
      left = left.filter(({ sourceId }) => !done.has(sourceId));
      for (const name of done) names.delete(name);
    }
  }

  private async insert(comments: ReadComment[]): Promise<void> {
    const { company, mapping, database, report, save } = this.context;
    const added = await save(async (tx) => {
      const users = await this.people.resolve(
        tx,
        comments.map(({ author, at }) => ({ sourceId: author, at })),
      );
      const places = comments.map((comment) => this.place(comment, users.get(comment.author)!));
      await this.lock(tx, places);
      const rows = await database.query<{
        id: string;
        parentId: string | null;
        authorId: string;
        aggregateId: string;
        at: Date;
      }>(
        INSERT,
        [
          company.id,
          places.map(({ id }) => id),
          places.map(({ ideaId }) => ideaId),
          places.map(({ parentId }) => parentId),
          places.map(({ rootId }) => rootId),
          places.map(({ depth }) => depth),
          places.map(({ authorId }) => authorId),
          comments.map(({ body }) => body),
          comments.map(({ body }) => mapping.language ?? detectLanguage(body, company.defaultLanguage)),
          comments.map(({ sourceId }) => sourceId),
          comments.map(({ at }) => at),
        ],
        tx,
      );
      await database.query(COUNT_REPLIES, [rows.map(({ id }) => id)], tx);
      const facts = rows.map(({ id, parentId, ...row }) => ({
        ...row,
        type: 'CommentPublished',
        payload: { commentId: id, authorId: row.authorId, parentId, inReplyToId: null, mentionedIds: [], first: true },
      }));
      await remember(this.context, tx, facts);
      return rows.length;
    });
    report.of('comments').added += added;
    report.of('comments').known += comments.length - added;
  }

  /** Where a comment stands; under its parent where that is there, in the same conversation. */
  private place(comment: ReadComment, authorId: string): Place & { parentId: string | null } {
    const parent = comment.parent ? this.known.get(comment.parent) : undefined;
    const above = parent?.ideaId === comment.ideaId ? parent : undefined;
    if (comment.parent && !above) {
      const reason = parent ? 'is on another idea' : 'is not there';
      const column = nameOf(this.context.mapping.comments!.parent!);
      this.context.report.notice(
        comment.file,
        comment.line,
        column,
        `parent “${comment.parent}” ${reason}: kept as a top-level comment`,
      );
    }
    const place = {
      id: newId(),
      ideaId: comment.ideaId,
      rootId: above ? (above.rootId ?? above.id) : null,
      depth: above ? above.depth + 1 : 0,
      authorId,
    };
    this.known.set(comment.sourceId, place);
    return { ...place, parentId: above?.id ?? null };
  }

  private async lock(tx: Transaction, places: Place[]): Promise<void> {
    const ids = [...new Set(places.map(({ ideaId }) => ideaId))];
    await this.context.database.query(LOCK_TALLIES, [ids], tx);
  }
}
