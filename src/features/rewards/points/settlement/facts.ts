import type { Award } from '../award.entity.js';
import type { RewardRule } from '../rules/reward-rule.entity.js';

/** Why something that was awarded stands no more, or again. */
export const BECAUSE = {
  HIDDEN: 'HIDDEN',
  WITHDRAWN: 'WITHDRAWN',
  MERGED: 'MERGED',
  VOTES_WITHDRAWN: 'VOTES_WITHDRAWN',
  UNAPPRECIATED: 'UNAPPRECIATED',
  DECISION_UNDONE: 'DECISION_UNDONE',
  WIN_REVOKED: 'WIN_REVOKED',
  /** it would be right again, but other awards have come up to the cap meanwhile */
  CAP: 'CAP',
  RESTORED: 'RESTORED',
} as const;

/** Somebody who has a part in what is rewarded. */
export interface Part {
  userId: string;
  /** above 0, in proportion to the others' */
  parts: number;
}

/** Something that a rule rewards, and that is so now. */
export interface Fact {
  companyId: string;
  rule: RewardRule;
  /** its awards' causes, but for the user: `published:<idea>` */
  key: string;
  at: Date;
  ideaId: string | null;
  commentId: string | null;
  flagId: string | null;
  challengeId: string | null;
  /** of a vote: how many there were with it */
  votes: number | null;
}

/** What was awarded already: all of it that the facts looked at could have to do with. */
export type Awarded = Pick<
  Award,
  'id' | 'companyId' | 'userId' | 'rule' | 'cause' | 'points' | 'standing' | 'because' | 'challengeId' | 'at'
>;

/** What is so of some items, against what was awarded for them. */
export interface Finding {
  facts: Fact[];
  awarded: Awarded[];
  /** why one of the awards stands no more: asked of those that no fact is there for */
  because(award: Awarded): string;
  /** who has which part in each of these facts, which nothing was awarded for yet */
  people(fresh: Fact[]): Promise<Map<Fact, Part[]>>;
}

/** Of an award's cause. */
export const keyOf = (cause: string): string => cause.slice(0, cause.lastIndexOf(':'));
export const causeOf = (key: string, userId: string): string => `${key}:${userId}`;

/** What its points are posted for in the ledger. */
export const ledgerCauseOf = ({ id }: Pick<Award, 'id'>): string => `award:${id}`;

/** A moment that is not to come: clocks differ, and texts are imported with dates of their own. */
export const notAfter = (moment: Date, now: Date): Date => (moment > now ? now : moment);
