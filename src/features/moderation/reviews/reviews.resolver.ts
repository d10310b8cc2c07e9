import { Args, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { type Connection, connectionOf } from '../../../shared/graphql/connection.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Review } from './review.entity.js';
import { ClaimsService } from './claims.service.js';
import { ListReviewsArgs, OpenReviewInput, ReviewIdInput, ReviewScopeArgs } from './review.inputs.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsService } from './reviews.service.js';

@ObjectType({ description: 'A page of reviews.' })
export class ReviewConnection extends connectionOf(() => Review, 'Review') {}

const INPUT = { description: 'The parts of the request.' };

/** What moderators see and do. */
@Resolver(() => Review)
export class ReviewsResolver {
  constructor(
    private readonly service: ReviewsService,
    private readonly queries: ReviewsQueries,
    private readonly claims: ClaimsService,
    private readonly memberships: MembershipsService,
  ) {}

  @Allow('review.decide')
  @Query(() => ReviewConnection, {
    description: 'What is held or reported, or was, the most urgent first. For moderators.',
  })
  async reviews(@CurrentViewer() viewer: Viewer, @Args() args: ListReviewsArgs): Promise<Connection<Review>> {
    await this.memberships.require(viewer, args.companyId, 'review.decide');
    return this.queries.list(args);
  }

  @Allow('review.decide')
  @Query(() => Review, { description: 'One of them, whatever its state. For moderators.' })
  review(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The review.' }) id: string,
  ): Promise<Review> {
    return this.service.read(viewer, id);
  }

  @Allow('review.decide')
  @Query(() => Int, { description: 'How many items wait. For moderators.' })
  async pendingReviewCount(@CurrentViewer() viewer: Viewer, @Args() { companyId }: ReviewScopeArgs): Promise<number> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    return this.queries.pendingCount(companyId);
  }

  @Allow('review.decide')
  @Mutation(() => Review, {
    description: 'The pending review of a public item, so that a moderator can decide about it.',
  })
  openReview(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: OpenReviewInput): Promise<Review> {
    return this.service.start(viewer, input);
  }

  @Allow('review.decide')
  @Mutation(() => Review, {
    description: 'Takes a review for a quarter of an hour: nobody else decides about it meanwhile. For moderators.',
  })
  claimReview(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) { reviewId }: ReviewIdInput): Promise<Review> {
    return this.claims.claim(viewer, reviewId);
  }

  @Allow('review.decide')
  @Mutation(() => Review, { description: 'Leaves a review that the viewer had taken to others. For moderators.' })
  releaseReview(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) { reviewId }: ReviewIdInput): Promise<Review> {
    return this.claims.release(viewer, reviewId);
  }
}
