import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../shared/auth/viewer.js';
import type { Transaction } from '../../shared/database/database.js';
import type { Difference } from '../../shared/database/difference.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { IdeasService } from '../ideas/ideas.service.js';
import { Comment } from './comment.entity.js';
import { CommentPublishing } from './comment-publishing.service.js';
import { type CommentPlace, CommentsQueries } from './comments.queries.js';

/** Comments as other features and the API see them: found, published, rejected. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly ideas: IdeasService,
    private readonly queries: CommentsQueries,
    private readonly publishing: CommentPublishing,
  ) {}

  /**
   * The comment, if the viewer may see it and its idea.
   * @throws DomainError NOT_FOUND
   */
  async visible(viewer: Viewer | null, id: string): Promise<Comment> {
    const [comment] = isUuid(id) ? await this.queries.byIds(viewer, [id]) : [];
    if (!comment) throw commonErrors.NOT_FOUND();
    await this.ideas.visible(viewer, comment.ideaId);
    return comment;
  }

  /** Those of these comments that are public, for who may see their ideas. */
  published(ids: string[]): Promise<CommentPlace[]> {
    return this.queries.published(ids);
  }

  /** The newest public top-level comments of an idea, for who may see it. */
  newest(ideaId: string, count: number): Promise<CommentPlace[]> {
    return this.queries.newest(ideaId, count);
  }

  /** Publishes a held comment. @throws DomainError CONFLICT when it is not held any more */
  publishHeld(tx: Transaction, commentId: string, actorId: string): Promise<void> {
    return this.publishing.publishHeld(tx, commentId, actorId);
  }

  /** Rejects a held comment; its author reads the reason. @throws DomainError CONFLICT when it is not held any more */
  rejectHeld(tx: Transaction, commentId: string, actorId: string, reason: string): Promise<void> {
    return this.publishing.rejectHeld(tx, commentId, actorId, reason);
  }

  /** Counts that do not equal their rows; none, if all is well. */
  verify(): Promise<Difference[]> {
    return this.queries.verify();
  }
}
