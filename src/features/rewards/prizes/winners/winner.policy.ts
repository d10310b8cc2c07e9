import type { Challenge } from '../../../challenges/challenge.entity.js';
import { ChallengeState, challengeState, isPublic } from '../../../challenges/challenge.policy.js';
import type { Phase } from '../../../challenges/phase.entity.js';
import { excludedSql } from '../../../companies/company.policy.js';

type Dates = Pick<Challenge, 'publishAt' | 'startsAt' | 'endsAt' | 'closedAt' | 'archivedAt'>;

/** Whether winners may be chosen: nothing that decides about them can change any more, and it is not archived yet. */
export function mayChoose(challenge: Dates, phases: Pick<Phase, 'maySubmit' | 'mayVote' | 'endsAt'>[], now: Date) {
  const state = challengeState(challenge, now);
  if (state === ChallengeState.CLOSED) return true;
  if (state !== ChallengeState.OPEN || !isPublic(challenge, now)) return false;
  return phases.every(({ maySubmit, mayVote, endsAt }) => (!maySubmit && !mayVote) || endsAt <= now);
}

/**
 * SQL expression: why an idea cannot win at a moment, a WinnerBar; NULL where it can. Of the idea as `i`, its author as
 * `u` and their membership as `m` (both LEFT JOINed). @param now the place of the moment
 */
export const barSql = (now: string): string => `CASE
  WHEN i.visibility = 'MERGED' THEN 'MERGED' WHEN i.visibility = 'WITHDRAWN' THEN 'WITHDRAWN'
  WHEN i.visibility <> 'PUBLISHED' THEN 'NOT_PUBLIC'
  ELSE ${personBarSql(now)} END`;

/** The same of a person: `m` and `u`. */
export const personBarSql = (now: string): string => `CASE
  WHEN m.id IS NULL OR u.erased_at IS NOT NULL THEN 'AUTHOR_GONE' WHEN m.role <> 'CUSTOMER' THEN 'STAFF'
  WHEN m.suspended_until > ${now} THEN 'AUTHOR_SUSPENDED' WHEN ${excludedSql('m', now)} THEN 'AUTHOR_EXCLUDED' END`;

/** SQL condition: nobody holds a prize, the alias: it is not won yet, or nobody who won it wants it. */
export const openPrizeSql = (prize: string): string => `NOT EXISTS (
  SELECT FROM winner won JOIN prize_claim part ON part.winner_id = won.id AND part.state NOT IN ('LAPSED', 'DECLINED')
  WHERE won.prize_id = ${prize}.id AND won.announced_at IS NOT NULL AND won.revoked_at IS NULL AND won.passed_at IS NULL)`;

/**
 * Whether the terms let these ideas win, the first prize first: each is worth as much as the one in its place of the
 * ranking, so that only those who are level can be exchanged.
 * @param ranking all that can win, the best first; at least as many as there are chosen, as far as there are
 * @param chosen what each chosen one is worth
 */
export const followsRanking = (ranking: number[], chosen: number[]): boolean =>
  chosen.every((value, place) => value === ranking[place]);

/** Places in a ranking: those that are level share one, and the next one counts them all (1, 2, 2, 4). */
export const placesOf = (values: number[]): number[] =>
  values.map((value) => values.findIndex((other) => other === value) + 1);
