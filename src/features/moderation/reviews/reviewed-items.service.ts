import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import type { Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { CommentsService } from '../../comments/comments.service.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Coauthor, CoauthorState } from '../../ideas/coauthors/coauthor.entity.js';
import { companyMissing } from '../../ideas/drafts/drafts.service.js';
import { IdeasService } from '../../ideas/ideas.service.js';
import { type Review, ReviewKind } from './review.entity.js';
import type { OpenReviewInput } from './review.inputs.js';

/** An idea, a comment or a member, as it is reviewed. */
export type ReviewedItem = Pick<Review, 'companyId' | 'kind' | 'ideaId' | 'commentId' | 'profileId' | 'authorId'>;

/** Which of the three it is, as conditions of a query. */
export const aboutItem = ({ companyId, ideaId, commentId, profileId }: ReviewedItem) =>
  commentId ? { commentId } : profileId ? { companyId, profileId } : { ideaId: ideaId! };

/** The column that names it, and its value. */
export const keyOfItem = ({ ideaId, commentId, profileId }: ReviewedItem) =>
  commentId
    ? { column: 'comment_id', id: commentId }
    : profileId
      ? { column: 'profile_id', id: profileId }
      : { column: 'idea_id', id: ideaId! };

/** What can be reviewed: ideas, comments, members. */
@Injectable()
export class ReviewedItems {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly ideas: IdeasService,
    private readonly comments: CommentsService,
  ) {}

  /** @throws DomainError NOT_FOUND where the viewer may not see it */
  async find(viewer: Viewer | null, { ideaId, commentId, userId, companyId }: OpenReviewInput): Promise<ReviewedItem> {
    const nothing = { ideaId: null, commentId: null, profileId: null };
    if (userId) {
      if (!companyId) throw companyMissing();
      const { company } = await this.memberships.visible(viewer, companyId);
      if (!(await this.memberships.find(company.id, userId))) throw commonErrors.NOT_FOUND();
      return { ...nothing, companyId: company.id, kind: ReviewKind.PROFILE, profileId: userId, authorId: userId };
    }
    if (commentId) {
      const { companyId: of, authorId } = await this.comments.visible(viewer, commentId);
      return { ...nothing, companyId: of, kind: ReviewKind.COMMENT, commentId, authorId };
    }
    const { idea } = await this.ideas.visible(viewer, ideaId ?? '');
    return {
      ...nothing,
      companyId: idea.companyId,
      kind: ReviewKind.IDEA,
      ideaId: idea.id,
      authorId: idea.authorId,
    };
  }

  /** An idea before its review, as its author does who withdraws it. */
  async lock(tx: Transaction, { ideaId }: ReviewedItem): Promise<void> {
    if (ideaId) await this.ideas.forUpdate(tx, ideaId);
  }
}

/** Whether they wrote it, or helped to. */
export async function isOwn(tx: Transaction, { authorId, ideaId }: ReviewedItem, userId: string): Promise<boolean> {
  if (authorId === userId) return true;
  return ideaId !== null && tx.existsBy(Coauthor, { ideaId, userId, state: CoauthorState.ACCEPTED });
}
