import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../shared/auth/viewer.js';
import type { Difference } from '../../shared/database/difference.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { IdeasService } from '../ideas/ideas.service.js';
import { Comment } from './comment.entity.js';
import { type CommentPlace, CommentsQueries } from './comments.queries.js';

/** Comments as other features and the API see them. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly ideas: IdeasService,
    private readonly queries: CommentsQueries,
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

  /** The comment as whoever has just changed it sees it. */
  result(viewer: Viewer, id: string): Promise<Comment> {
    return this.queries.result(viewer, id);
  }

  /** Those of these comments that are public, for who may see their ideas. */
  published(ids: string[]): Promise<CommentPlace[]> {
    return this.queries.published(ids);
  }

  /** The newest public top-level comments of an idea, for who may see it. */
  newest(ideaId: string, count: number): Promise<CommentPlace[]> {
    return this.queries.newest(ideaId, count);
  }

  /** Counts that do not equal their rows; none, if all is well. */
  verify(): Promise<Difference[]> {
    return this.queries.verify();
  }
}
