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

// The aggregate of a decision is the review.
/** The rules of trust moved a member to another level; aggregate: the membership. */
export const TrustLevelChanged = defineEvent<{ userId: string; from: number; to: number }>('TrustLevelChanged');

// The aggregate of each of these is the review.

/** A moderator (the actor) or an automatic rule decided about an item. */
export const DecisionMade = defineEvent<About>('DecisionMade');
/** Whom a decision concerns, or who had reported what stays (the actor; null: from outside), appealed against it. */
export const AppealFiled = defineEvent<{ appealId: string; decisionId: string }>('AppealFiled');
/** Somebody decided about an appeal, or took its decision back. */
export const AppealDecided = defineEvent<{
  appealId: string;
  decisionId: string;
  /** null: from outside */
  appellantId: string | null;
  /** of a complaint: the report or notice */
  flagId: string | null;
  overturned: boolean;
}>('AppealDecided');
/** A decision was taken back, and all is as it was before. */
export const DecisionUndone = defineEvent<About & { because: UndoneBecause }>('DecisionUndone');

interface Reported {
  flagId: string;
  kind: ReviewKind;
  ideaId: string | null;
  commentId: string | null;
  profileId: string | null;
  /** null: from outside, by a notice */
  flaggerId: string | null;
}

/** A member (the actor), or somebody from outside, reported an item. */
export const FlagRaised = defineEvent<Reported & { ruleId: string | null }>('FlagRaised');
/** What was reported was decided: something was done about it (`upheld`), or it stays. */
export const FlagDecided = defineEvent<Reported & { upheld: boolean }>('FlagDecided');
/** Reviews of a company (the aggregate) wait longer than they should: how many, and since when the first. */
export const ReviewsOverdue = defineEvent<{ count: number; since: string }>('ReviewsOverdue');
/** A manager changed how posts are screened; the aggregate is the company. */
export const ScreeningUpdated = defineEvent<{ version: number }>('ScreeningUpdated');
