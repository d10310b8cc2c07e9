import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { Outbox } from '../../shared/events/outbox.js';
import { Comment, CommentVisibility } from './comment.entity.js';
import { CommentAccess } from './comment-access.service.js';
import { CommentPublishing } from './comment-publishing.service.js';
import { commentsErrors } from './comments.errors.js';
import { CommentAppreciated, CommentUnappreciated } from './comments.events.js';
import { CommentsQueries } from './comments.queries.js';
import { CommentsService } from './comments.service.js';

/** Who adds the row moves the count: the second of two clicks finds the row there, and does nothing. */
const APPRECIATE = `
WITH added AS (
  INSERT INTO comment_appreciation (company_id, comment_id, user_id, created_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING comment_id
), counted AS (
  UPDATE comment c SET appreciation_count = appreciation_count + 1 FROM added WHERE c.id = added.comment_id RETURNING c.id
)
SELECT id FROM counted`;

const UNAPPRECIATE = `
WITH removed AS (
  DELETE FROM comment_appreciation WHERE comment_id = $1 AND user_id = $2 RETURNING comment_id
), counted AS (
  UPDATE comment c SET appreciation_count = appreciation_count - 1 FROM removed WHERE c.id = removed.comment_id RETURNING c.id
)
SELECT id FROM counted`;

/** Appreciating others' comments. */
@Injectable()
export class AppreciationsService {
  constructor(
    private readonly database: Database,
    private readonly comments: CommentsService,
    private readonly access: CommentAccess,
    private readonly publishing: CommentPublishing,
    private readonly queries: CommentsQueries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Appreciates a comment, or takes that back; again changes nothing.
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, COMMENTING_CLOSED, COMMENT_STATE,
   * OWN_COMMENT, RATE_LIMITED
   */
  async set(viewer: Viewer, commentId: string, wanted: boolean): Promise<Comment> {
    await this.access.takeClick(viewer);
    const { ideaId, authorId, companyId, visibility } = await this.comments.visible(viewer, commentId);
    if (visibility !== CommentVisibility.PUBLISHED) throw commentsErrors.COMMENT_STATE();
    if (authorId === viewer.userId) throw commentsErrors.OWN_COMMENT();
    await this.database.transaction(async (tx) => {
      await this.access.require(viewer, ideaId, tx);
      const fact = { ...this.publishing.fact({ companyId, ideaId }, viewer.userId), aggregateId: commentId };
      if (!(await this.write(tx, fact, wanted))) return;
      const kind = wanted ? CommentAppreciated : CommentUnappreciated;
      await this.outbox.append(tx, kind({ ...fact, payload: { authorId } }));
    });
    return this.queries.result(viewer, commentId);
  }

  private async write(
    tx: Transaction,
    {
      companyId,
      aggregateId,
      actorId,
      occurredAt,
    }: { companyId: string; aggregateId: string; actorId: string; occurredAt: Date },
    wanted: boolean,
  ): Promise<boolean> {
    const rows = wanted
      ? await this.database.query(APPRECIATE, [companyId, aggregateId, actorId, occurredAt], tx)
      : await this.database.query(UNAPPRECIATE, [aggregateId, actorId], tx);
    return rows.length > 0;
  }
}
