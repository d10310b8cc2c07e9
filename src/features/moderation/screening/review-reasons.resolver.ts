import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { Review } from '../reviews/review.entity.js';
import { ReviewReason } from './review-reason.entity.js';
import { ReviewReasonsLoader } from './review-reasons.loader.js';

/** Why an item came before the moderators. */
@Resolver(() => Review)
export class ReviewReasonsResolver {
  constructor(private readonly loader: ReviewReasonsLoader) {}

  @ResolveField(() => [ReviewReason], {
    description: 'What screening found, the strongest first; empty where it found nothing.',
    complexity: 3,
  })
  async reasons(@Parent() { id }: Review, @Context() context: GraphqlContext): Promise<ReviewReason[]> {
    return (await this.loader.of(context).load(id)) ?? [];
  }
}
