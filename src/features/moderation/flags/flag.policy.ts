import { isStaff } from '../../companies/company.policy.js';
import type { Membership } from '../../companies/membership.entity.js';

/** How somebody's flags were decided, by people. */
export interface Accuracy {
  upheld: number;
  rejected: number;
}

const STAFF_TRUST = 5;
/** up to so many decided flags say nothing yet */
const TOO_FEW = 5;
const PIVOT = 0.7;
/** what a flag weighs at least: it is never lost, and ten of them do not make one of a newcomer's */
const LEAST = 0.1;

/**
 * A notice weighs as much as a newcomer's flag: nothing is known of who files it. One with something in the field that
 * people do not see hardly weighs, but is not lost: no machine dismisses a notice.
 */
export const noticeWeight = (website: string | null | undefined): number => (website ? LEAST : 1);

/**
 * How much a flag weighs, as in Discourse (`ReviewableScore.user_flag_score`): 1, the flagger's trust level (staff: 5),
 * and how right they were so far. Accuracy counts after five decided flags, pivots at 70 % and grows with their number:
 * up to log4(n) * 5, which who is always wrong loses. Discourse lets a flag fall to 0; here it keeps a tenth.
 */
export function flagWeight(member: Pick<Membership, 'role' | 'trustLevel'>, accuracy: Accuracy): number {
  const trust = isStaff(member) ? STAFF_TRUST : member.trustLevel;
  return Math.max(LEAST, round(1 + trust + accuracyBonus(accuracy)));
}

function accuracyBonus({ upheld, rejected }: Accuracy): number {
  const total = upheld + rejected;
  if (total <= TOO_FEW) return 0;
  const right = upheld / total;
  const share = right >= PIVOT ? (right - PIVOT) / (1 - PIVOT) : (right - PIVOT) / PIVOT;
  return share * (Math.log(total) / Math.log(4)) * 5;
}

/** What the open flags of those who count for it come to. */
export interface Pressure {
  flaggers: number;
  weight: number;
}

/** Whether so many, and so much, hide something before a moderator has looked; never one person alone. */
export const hides = (
  { flaggers, weight }: Pressure,
  { hideFlaggers, hideWeight }: { hideFlaggers: number; hideWeight: number },
): boolean => flaggers >= Math.max(2, hideFlaggers) && round(weight) >= round(hideWeight);

const round = (value: number): number => Math.round(value * 100) / 100;
