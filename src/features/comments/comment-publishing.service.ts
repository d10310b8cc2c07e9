import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { DomainEvent } from '../../shared/events/domain-event.js';
import type { HoldReason } from '../companies/company.policy.js';
import { LOCK_TALLIES } from '../ideas/idea-tally.entity.js';
import { Comment } from './comment.entity.js';
import { CommentHeld, CommentPublished } from './comments.events.js';
import { MOST_MENTIONS, keepMentions, mentionedIds } from './mentions.js';

/** The versions of comment $1 that others have read before: who was mentioned there has been told. */
const READ = `ARRAY (SELECT r.body FROM comment_revision r JOIN comment c ON c.id = r.comment_id
  WHERE c.id = $1 AND r.number < c.revision_count AND r.was_read
  UNION ALL SELECT body FROM comment WHERE id = $1 AND was_read)`;

const notIn = (read: string[], mentioned: string[]): string[] => {
  const told = new Set(read.flatMap(mentionedIds));
  return mentioned.filter((id) => !told.has(id));
};

type Place = Pick<Comment, 'id' | 'companyId' | 'ideaId' | 'parentId' | 'rootId'>;

/** Comments on their way into and out of the public, with every count that follows. */
@Injectable()
export class CommentPublishing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whoever changes what is public of a conversation takes the idea's lock first: so nobody waits in a circle. */
  async lockIdea(tx: Transaction, ideaId: string): Promise<void> {
    await this.database.query(LOCK_TALLIES, [[ideaId]], tx);
  }

  /**
   * A comment, with the lock of its conversation.
   * @throws DomainError NOT_FOUND
   */
  async lock(tx: Transaction, id: string): Promise<Comment> {
    const found = await tx.findOneBy(Comment, { id });
    if (!found) throw commonErrors.NOT_FOUND();
    await this.lockIdea(tx, found.ideaId);
    return tx.findOneOrFail(Comment, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Counts a comment as public (1), or not any more (-1); under the idea's lock. */
  async count(tx: Transaction, { ideaId, parentId, rootId }: Place, by: 1 | -1): Promise<void> {
    await this.database.query(
      `UPDATE idea_tally SET comment_count = comment_count + $2::integer,
         trending = coalesce(trending_score(up_count, down_count, comment_count + $2::integer, published_at), trending)
       WHERE idea_id = $1`,
      [ideaId, by],
      tx,
    );
    if (!parentId) return;
    await this.database.query(
      'UPDATE comment SET reply_count = reply_count + $2::integer WHERE id = ANY ($1::uuid[])',
      [[...new Set([parentId, rootId])], by],
      tx,
    );
  }

  /** That a comment waits for the moderators: the fact to be told. */
  held(comment: Place & { authorId: string }, reason: HoldReason): DomainEvent {
    return CommentHeld({ ...this.fact(comment, comment.authorId), payload: { commentId: comment.id, reason } });
  }

  /** Makes a comment count as public; the fact to be told. */
  async publish(tx: Transaction, comment: Place & { authorId: string }, actorId: string | null): Promise<DomainEvent> {
    const { id, authorId, parentId } = comment;
    await this.count(tx, comment, 1);
    const [people] = await this.database.query<{ inReplyToId: string | null; mentioned: string[]; read: string[] }>(
      `SELECT (SELECT author_id FROM comment WHERE id = $2) AS "inReplyToId",
         ARRAY (SELECT user_id FROM comment_mention WHERE comment_id = $1) AS mentioned, ${READ} AS read`,
      [id, parentId],
      tx,
    );
    const { inReplyToId, mentioned, read } = people!;
    const mentionedIds = notIn(read, mentioned);
    return CommentPublished({
      ...this.fact(comment, actorId),
      payload: { commentId: id, authorId, parentId, inReplyToId, mentionedIds, first: read.length === 0 },
    });
  }

  /** The text as it is stored, and the members whom it mentions. */
  async readMentions(tx: Transaction, companyId: string, body: string): Promise<{ body: string; mentioned: string[] }> {
    const ids = mentionedIds(body).slice(0, MOST_MENTIONS);
    if (ids.length === 0) return { body, mentioned: [] };
    const rows = await this.database.query<{ id: string }>(
      'SELECT user_id AS id FROM membership WHERE company_id = $1 AND user_id = ANY ($2::uuid[])',
      [companyId, ids],
      tx,
    );
    const mentioned = rows.map(({ id }) => id);
    return { body: keepMentions(body, new Set(mentioned)), mentioned };
  }

  /** Makes these the ones that a comment mentions. @returns those whom no version that others have read mentions */
  async setMentions(tx: Transaction, { id, companyId }: Place, mentioned: string[]): Promise<string[]> {
    await this.database.query(
      'DELETE FROM comment_mention WHERE comment_id = $1 AND NOT user_id = ANY ($2::uuid[])',
      [id, mentioned],
      tx,
    );
    if (mentioned.length === 0) return [];
    const [before] = await this.database.query<{ read: string[] }>(
      `WITH added AS (
         INSERT INTO comment_mention (company_id, comment_id, user_id) SELECT $2, $1, unnest($3::uuid[]) ON CONFLICT DO NOTHING
       ) SELECT ${READ} AS read`,
      [id, companyId, mentioned],
      tx,
    );
    return notIn(before!.read, mentioned);
  }

  /** What every fact about a comment has in common. */
  fact<Actor extends string | null>({ companyId, ideaId }: Pick<Place, 'companyId' | 'ideaId'>, actorId: Actor) {
    return { companyId, aggregateId: ideaId, actorId, occurredAt: this.clock.now() };
  }
}
