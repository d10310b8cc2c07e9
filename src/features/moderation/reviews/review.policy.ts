import { RuleSeverity } from '../../companies/rule.entity.js';
import { TARGET_HOURS } from '../../companies/rule.policy.js';
import { GRAVITY, type ScreeningCode } from '../screening/screening-code.js';
import { type Review, ReviewState } from './review.entity.js';

const HOUR = 3_600_000;
/** How long what a moderator has taken is left to them. */
const CLAIM_MINUTES = 15;
/** However many report it, it passes what waits already by no more than two days. */
const MOST_WEIGHT = 48;
/** Discourse's step between the priorities of its queue (`Reviewable.priorities`: 0, 5, 10). */
const SEVERITY_POINTS: Record<RuleSeverity, number> = { LOW: 0, MEDIUM: 5, HIGH: 10 };

/** What makes a review urgent. */
export interface Urgency {
  /** the weights of its open flags together */
  weight: number;
  /** of the rules that they name; HIGH for illegal content */
  severities: RuleSeverity[];
  /** what screening found in it */
  reasons: { code: ScreeningCode; score: number }[];
  /** votes, comments and followers of the idea */
  reach: number;
}

/**
 * The points that bring a review forward in the queue, each by an hour: the weights of its flags; the gravest of the
 * rules that they name, and of what screening found, as far as that is sure (its score, from 0 to 1); and its reach.
 */
export function scoreOf({ weight, severities, reasons, reach }: Urgency): number {
  const found = reasons.map(({ code, score }) => SEVERITY_POINTS[GRAVITY[code]] * score);
  const severity = Math.max(0, ...severities.map((one) => SEVERITY_POINTS[one]), ...found);
  return Math.round((Math.min(weight, MOST_WEIGHT) + severity + Math.log2(1 + Math.max(0, reach))) * 100) / 100;
}

/** The earliest deadline first, but for the score. */
export const rankAt = (dueAt: Date, score: number): Date => new Date(dueAt.getTime() - score * HOUR);

/** Until when something that waits since then should be decided, where no flag asks for more. */
export const dueAfter = (since: Date): Date => new Date(since.getTime() + TARGET_HOURS.MEDIUM * HOUR);

/** For how long in all one moderator keeps it from others; and then leaves it to them. */
const LONGEST_CLAIM = HOUR;

/** A moderator takes it, or takes it again: for a while, which is not renewed without end. */
export function claimBy(
  userId: string,
  { claimedById, claimedSince: since }: Pick<Review, 'claimedById' | 'claimedSince'>,
  now: Date,
): Pick<Review, 'claimedById' | 'claimedUntil' | 'claimedSince'> {
  const goesOn = claimedById === userId && since && +now < +since + 2 * LONGEST_CLAIM;
  const claimedSince = goesOn ? since : now;
  const claimedUntil = new Date(Math.min(+now + CLAIM_MINUTES * 60_000, +claimedSince + LONGEST_CLAIM));
  return { claimedById: userId, claimedUntil, claimedSince };
}

type Claim = Pick<Review, 'state' | 'claimedById' | 'claimedUntil'>;

/** Who is at it just now. */
export const claimant = ({ state, claimedById, claimedUntil: until }: Claim, now: Date): string | null =>
  state === ReviewState.PENDING && until && until > now ? claimedById : null;

export const isOverdue = ({ state, dueAt }: Pick<Review, 'state' | 'dueAt'>, now: Date): boolean =>
  state === ReviewState.PENDING && dueAt <= now;

/** The language of an item, as SQL of the places of its ids; null of a member. */
export const languageOf = (ideaId: string, commentId: string): string =>
  `coalesce((SELECT language FROM idea WHERE id = ${ideaId}), (SELECT language FROM comment WHERE id = ${commentId}))`;
