import { createHash } from 'node:crypto';
import { IdeaVisibility } from '../../ideas/idea.entity.js';
import { ReviewKind } from '../reviews/review.entity.js';
import { DecisionAct } from './decision.entity.js';

/** Within how many months somebody may appeal (Regulation (EU) 2022/2065, art. 20(1): at least six). */
const APPEAL_MONTHS = 6;

/** About whoever wrote the item, rather than the item. */
export const SANCTIONS: readonly DecisionAct[] = [DecisionAct.WARN, DecisionAct.SILENCE, DecisionAct.SUSPEND];

const ACTS: Record<ReviewKind, readonly DecisionAct[]> = {
  IDEA: [
    DecisionAct.KEEP,
    DecisionAct.REQUEST_EDIT,
    DecisionAct.HIDE,
    DecisionAct.REMOVE,
    DecisionAct.LOCK,
    ...SANCTIONS,
  ],
  COMMENT: [DecisionAct.KEEP, DecisionAct.REQUEST_EDIT, DecisionAct.HIDE, DecisionAct.REMOVE, ...SANCTIONS],
  PROFILE: [DecisionAct.KEEP, ...SANCTIONS],
};

/** Whether this may be done about an item of this kind, as it stands: what nobody has seen yet is not locked. */
export const isPossible = (act: DecisionAct, kind: ReviewKind, visibility: string): boolean =>
  ACTS[kind].includes(act) && (act !== DecisionAct.LOCK || visibility === IdeaVisibility.PUBLISHED);

export const isAboutAuthor = (act: DecisionAct): boolean => SANCTIONS.includes(act);

/** Whether the review ends with it: of an item that goes on waiting only its author was judged. */
export const settles = (act: DecisionAct, kind: ReviewKind): boolean =>
  kind === ReviewKind.PROFILE || !isAboutAuthor(act);

/** Every act but to keep names what it rests on. */
export const needsGround = (act: DecisionAct): boolean => act !== DecisionAct.KEEP;

/** Until when a decision of this moment may be appealed. */
export function appealUntil(now: Date): Date {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + APPEAL_MONTHS);
  return until;
}

/** What stands for a text in the public log, which never shows it. */
export const contentHash = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex');
