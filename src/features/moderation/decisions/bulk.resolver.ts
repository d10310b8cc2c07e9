import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { DecideReviewsInput, DecideReviewsPayload, UndoDecisionsInput, UndoDecisionsPayload } from './bulk.types.js';
import { BulkDecisions } from './bulk-decisions.service.js';

const INPUT = { description: 'The parts of the request.' };

/** Decisions about many items at once. */
@Resolver()
export class BulkDecisionsResolver {
  constructor(private readonly bulk: BulkDecisions) {}

  @Allow('review.decide')
  @Mutation(() => DecideReviewsPayload, {
    description: 'Decides the same about up to 100 items; each stands for itself. For moderators.',
  })
  decideReviews(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: DecideReviewsInput,
  ): Promise<DecideReviewsPayload> {
    return this.bulk.decide(viewer, input);
  }

  @Allow('review.decide')
  @Mutation(() => UndoDecisionsPayload, {
    description: 'Takes up to 100 decisions back, the latest first; each stands for itself. For moderators.',
  })
  undoDecisions(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: UndoDecisionsInput,
  ): Promise<UndoDecisionsPayload> {
    return this.bulk.undo(viewer, input);
  }
}
