import { defineEvent } from '../../shared/events/domain-event.js';
import type { DecisionAct, UndoneBecause } from './decisions/decision.entity.js';
import type { ReviewKind } from './reviews/review.entity.js';

interface About {
  decisionId: string;
  kind: ReviewKind;
  ideaId: string | null;
  commentId: string | null;
  /** whose item it is */
  subjectId: string;
  act: DecisionAct;
}

// The aggregate of each is the review.

/** A moderator (the actor) or an automatic rule decided about an item. */
export const DecisionMade = defineEvent<About>('DecisionMade');
/** A decision was taken back, and all is as it was before. */
export const DecisionUndone = defineEvent<About & { because: UndoneBecause }>('DecisionUndone');
