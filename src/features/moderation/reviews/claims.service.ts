import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { type Review, ReviewState } from './review.entity.js';
import { claimedUntil } from './review.policy.js';
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
   * Takes it, or keeps it for another while.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, OWN_FLAG, CLAIMED by
   * another, CONFLICT once it was decided
   */
  claim(viewer: Viewer, reviewId: string): Promise<Review> {
    return this.set(viewer, reviewId, { claimedById: viewer.userId, claimedUntil: claimedUntil(this.clock.now()) });
  }

  /** @throws DomainError as `claim` */
  release(viewer: Viewer, reviewId: string): Promise<Review> {
    return this.set(viewer, reviewId, { claimedById: null, claimedUntil: null });
  }

  private set(viewer: Viewer, reviewId: string, claim: Pick<Review, 'claimedById' | 'claimedUntil'>): Promise<Review> {
    return this.database.transaction(async (tx) => {
      const { review } = await this.reviews.open(tx, viewer, reviewId);
      if (review.state !== ReviewState.PENDING) throw commonErrors.CONFLICT();
      this.reviews.refuseClaimed(review, viewer);
      return tx.save(Object.assign(review, claim));
    });
  }
}
