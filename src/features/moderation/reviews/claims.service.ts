import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { type Review, ReviewState } from './review.entity.js';
import { claimBy } from './review.policy.js';
import { ReviewsService } from './reviews.service.js';

/** Taking a review, so that two do not work on one; the claim runs out by itself. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes it, or keeps it for another while: an hour in all, then it is free for others.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, OWN_FLAG, CLAIMED by
   * another, CONFLICT once it was decided
   */
  claim(viewer: Viewer, reviewId: string): Promise<Review> {
    return this.set(viewer, reviewId, (review) => claimBy(viewer.userId, review, this.clock.now()));
  }

  /** @throws DomainError as `claim` */
  release(viewer: Viewer, reviewId: string): Promise<Review> {
    // who had it is known on, so that taking it anew is no way to keep it
    return this.set(viewer, reviewId, () => ({ claimedUntil: null }));
  }

  private set(viewer: Viewer, reviewId: string, claim: (review: Review) => Partial<Review>): Promise<Review> {
    return this.database.transaction(async (tx) => {
      const { review } = await this.reviews.open(tx, viewer, reviewId);
      if (review.state !== ReviewState.PENDING) throw commonErrors.CONFLICT();
      this.reviews.refuseClaimed(review, viewer);
      return tx.save(Object.assign(review, claim(review)));
    });
  }
}
