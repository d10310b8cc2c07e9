import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { RateLimits } from '../../shared/ratelimit/rate-limits.js';
import { type Access, MembershipsService } from '../companies/memberships.service.js';
import { type Idea, IdeaVisibility } from '../ideas/idea.entity.js';
import { IdeasService } from '../ideas/ideas.service.js';
import { Comment } from './comment.entity.js';
import { CommentsService } from './comments.service.js';
import { commentsErrors } from './comments.errors.js';

/** A conversation, not a flood: new comments and changes. */
const WRITING = { name: 'comment', points: 20, seconds: 60 };
/** Appreciating, and taking it back: each may be told to somebody. */
const CLICKS = { name: 'appreciation', points: 60, seconds: 60 };

/** The one question whether somebody may take part in the conversation about an idea now. */
@Injectable()
export class CommentAccess {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly ideas: IdeasService,
    private readonly limits: RateLimits,
    private readonly comments: CommentsService,
    private readonly database: Database,
  ) {}

  /** To be called before the transaction. @throws DomainError RATE_LIMITED */
  takeTurn({ userId }: Viewer): Promise<void> {
    return this.limits.take(WRITING, userId);
  }

  /** To be called before the transaction. @throws DomainError RATE_LIMITED */
  takeClick({ userId }: Viewer): Promise<void> {
    return this.limits.take(CLICKS, userId);
  }

  /** A comment of the viewer's. @throws DomainError NOT_FOUND for what they can't see, FORBIDDEN for another's */
  async own(viewer: Viewer, id: string): Promise<Comment> {
    const comment = await this.database.manager.findOneBy(Comment, { id });
    if (comment?.authorId === viewer.userId) return comment;
    await this.comments.visible(viewer, id);
    throw commonErrors.FORBIDDEN();
  }

  /** @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, COMMENTING_CLOSED */
  async require(viewer: Viewer, ideaId: string, tx: Transaction): Promise<Access & { idea: Idea }> {
    const sight = await this.ideas.visible(viewer, ideaId, tx);
    const access = this.memberships.check(sight, 'comment.write');
    const { idea } = sight;
    if (idea.visibility !== IdeaVisibility.PUBLISHED || idea.locked) throw commentsErrors.COMMENTING_CLOSED();
    const { permissions } = await this.ideas.stage(access.company, idea.challengeId, tx);
    if (!permissions.comment) throw commentsErrors.COMMENTING_CLOSED();
    return { ...access, idea };
  }
}
