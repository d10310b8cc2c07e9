import { defineEvent } from '../../shared/events/domain-event.js';
import type { ReviewKind } from './review.entity.js';

/** A moderator (the actor) decided about a held item. The aggregate is the review. */
export const ReviewDecided = defineEvent<{
  kind: ReviewKind;
  ideaId: string | null;
  commentId: string | null;
  authorId: string;
  approved: boolean;
  ruleId: string | null;
}>('ReviewDecided');
