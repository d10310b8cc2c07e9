import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { Rule } from '../../companies/rule.entity.js';
import { Review } from '../reviews/review.entity.js';
import { RuleLoader } from '../reviews/rule.loader.js';
import { Decision } from './decision.entity.js';
import { DecideReviewInput, UndoDecisionInput } from './decision.inputs.js';
import { DecisionsQueries, ReviewDecisionsLoader } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';

const INPUT = { description: 'The parts of the request.' };

/** Decisions: made, taken back, read. */
@Resolver(() => Decision)
export class DecisionsResolver {
  constructor(
    private readonly service: DecisionsService,
    private readonly queries: DecisionsQueries,
    private readonly rules: RuleLoader,
  ) {}

  @Allow('account.use')
  @Query(() => Decision, { description: 'A decision, for whom it concerns and for moderators.' })
  decision(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The decision.' }) id: string,
  ): Promise<Decision> {
    return this.queries.visible(viewer, id);
  }

  @Allow('review.decide')
  @Mutation(() => Review, { description: 'Decides about an item. For moderators; its author reads the reasons.' })
  decideReview(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: DecideReviewInput): Promise<Review> {
    return this.service.decide(viewer, input);
  }

  @Allow('review.decide')
  @Mutation(() => Decision, { description: 'Takes a decision back: all is as it was before. For moderators.' })
  undoDecision(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: UndoDecisionInput): Promise<Decision> {
    return this.service.undo(viewer, input);
  }

  @ResolveField(() => Rule, { nullable: true, description: 'The rule that the item breaks.' })
  async rule(@Parent() { ruleId }: Decision, @Context() context: GraphqlContext): Promise<Rule | null> {
    return (ruleId && (await this.rules.of(context).load(ruleId))) || null;
  }
}

/** What was decided in a review. */
@Resolver(() => Review)
export class ReviewDecisionsResolver {
  constructor(private readonly loader: ReviewDecisionsLoader) {}

  @ResolveField(() => [Decision], { description: 'What was decided, the latest first.', complexity: 5 })
  async decisions(@Parent() { id }: Review, @Context() context: GraphqlContext): Promise<Decision[]> {
    return (await this.loader.of(context).load(id)) ?? [];
  }
}
