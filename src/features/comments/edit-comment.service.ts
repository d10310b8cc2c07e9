import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { DomainEvent } from '../../shared/events/domain-event.js';
import { Outbox } from '../../shared/events/outbox.js';
import { detectLanguage } from '../../shared/text/language.js';
import { Comment, CommentVisibility } from './comment.entity.js';
import { CommentRevision } from './comment-revision.entity.js';
import { CommentAccess } from './comment-access.service.js';
import { canChange } from './comment.policy.js';
import { CommentPublishing } from './comment-publishing.service.js';
import { CommentScreening } from './comment-screening.service.js';
import { commentsErrors } from './comments.errors.js';
import { CommentDeleted, CommentEdited } from './comments.events.js';
import type { EditCommentInput } from './comments.input.js';
import { CommentsQueries } from './comments.queries.js';

/** Changing and deleting one's own comment. */
@Injectable()
export class EditCommentService {
  constructor(
    private readonly database: Database,
    private readonly access: CommentAccess,
    private readonly publishing: CommentPublishing,
    private readonly screening: CommentScreening,
    private readonly queries: CommentsQueries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Changes the text; every version is kept. What the company, or screening,
   * wants to be read first goes back to its moderators.
   * @throws DomainError NOT_FOUND, FORBIDDEN (not one's own), COMMENT_STATE, CONFLICT, and as for a new comment
   */
  async edit(viewer: Viewer, { commentId, version, body: text }: EditCommentInput): Promise<Comment> {
    await this.access.takeTurn(viewer);
    const { ideaId } = await this.access.own(viewer, commentId);
    await this.database.transaction(async (tx) => {
      const { company, membership, user } = await this.access.require(viewer, ideaId, tx);
      const { body, mentioned } = await this.publishing.readMentions(tx, company.id, text);
      const language = detectLanguage(body, company.defaultLanguage);
      const changed = { id: commentId, body, language };
      const screened = await this.screening.screen(tx, { company, membership, user }, changed, null);
      await this.screening.changeReview(tx, commentId);
      const comment = await this.publishing.lock(tx, commentId);
      if (!canChange(comment, viewer.userId)) throw commentsErrors.COMMENT_STATE();
      if (comment.version !== version) throw commonErrors.CONFLICT();
      if (body === comment.body) return;
      const isPublic = comment.visibility === CommentVisibility.PUBLISHED;
      const stays = isPublic && !screened.hold;
      await this.outbox.append(tx, await this.revise(tx, comment, { body, language, mentioned, stays }));
      await this.screening.changed(tx, comment, screened, isPublic);
    });
    return this.queries.result(viewer, commentId);
  }

  /**
   * Deletes one's own comment, at any time. A second time changes nothing.
   * @throws DomainError NOT_FOUND, FORBIDDEN
   */
  async delete(viewer: Viewer, commentId: string): Promise<Comment> {
    await this.access.own(viewer, commentId);
    await this.database.transaction(async (tx) => {
      await this.screening.dropReview(tx, commentId);
      const comment = await this.publishing.lock(tx, commentId);
      if (comment.visibility === CommentVisibility.DELETED) return;
      await tx.update(Comment, commentId, { visibility: CommentVisibility.DELETED, version: comment.version + 1 });
      await this.publishing.setMentions(tx, comment, []);
      if (comment.visibility === CommentVisibility.PUBLISHED) await this.publishing.count(tx, comment, -1);
      const fact = this.publishing.fact(comment, viewer.userId);
      await this.outbox.append(tx, CommentDeleted({ ...fact, payload: { commentId } }));
    });
    return this.queries.result(viewer, commentId);
  }

  private async revise(
    tx: Transaction,
    comment: Comment,
    { body, language, mentioned, stays }: Pick<Comment, 'body' | 'language'> & { mentioned: string[]; stays: boolean },
  ): Promise<DomainEvent> {
    const { id, companyId, revisionCount, createdAt } = comment;
    const wasPublic = comment.visibility === CommentVisibility.PUBLISHED;
    const wasRead = wasPublic || comment.wasRead;
    const fact = this.publishing.fact(comment, comment.authorId);
    const number = revisionCount + 1;
    const added = { commentId: id, companyId, number, body, createdAt: fact.occurredAt };
    const first = { commentId: id, companyId, number: 1, body: comment.body, createdAt, wasPublic, wasRead };
    const versions = revisionCount === 1 ? [first, added] : [added];
    if (!wasPublic) await tx.update(CommentRevision, { commentId: id, number: revisionCount }, { wasPublic, wasRead });
    await tx.createQueryBuilder().insert().into(CommentRevision).values(versions).orIgnore().execute();
    const changes = { body, language, revisionCount: number, version: comment.version + 1, editedAt: fact.occurredAt };
    await tx.update(Comment, id, { ...changes, wasRead: false });
    const fresh = await this.publishing.setMentions(tx, comment, mentioned);
    // of what waits for a moderator people are told when it is published
    const mentionedIds = stays ? fresh : [];
    return CommentEdited({ ...fact, payload: { commentId: id, revision: number, mentionedIds } });
  }
}
