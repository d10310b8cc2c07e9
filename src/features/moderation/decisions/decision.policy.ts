import { createHash, randomBytes } from 'node:crypto';
import { IdeaVisibility } from '../../ideas/idea.entity.js';
import { ReviewKind } from '../reviews/review.entity.js';
import { type Decision, DecisionAct, type Effect } from './decision.entity.js';
import type { Item } from './effects.js';

/** Within how many months somebody may appeal (Regulation (EU) 2022/2065, art. 20(1): at least six). */
const APPEAL_MONTHS = 6;

/** About whoever wrote the item, rather than the item. */
export const SANCTIONS: readonly DecisionAct[] = [
  DecisionAct.WARN,
  DecisionAct.SILENCE,
  DecisionAct.SUSPEND,
  DecisionAct.EXCLUDE,
];
/** The same, for statements: `act IN (…)`. */
export const SANCTIONS_SQL = SANCTIONS.map((act) => `'${act}'`).join(', ');

const ABOUT_TEXT = [DecisionAct.KEEP, DecisionAct.REQUEST_EDIT, DecisionAct.HIDE, DecisionAct.REMOVE, DecisionAct.MASK];
const ACTS: Record<ReviewKind, readonly DecisionAct[]> = {
  IDEA: [...ABOUT_TEXT, DecisionAct.LOCK, DecisionAct.MERGE, DecisionAct.MOVE, ...SANCTIONS],
  COMMENT: [...ABOUT_TEXT, ...SANCTIONS],
  PROFILE: [DecisionAct.KEEP, ...SANCTIONS],
};

const { PUBLISHED, HELD, HIDDEN, REMOVED, MERGED } = IdeaVisibility;
/** What nobody has seen yet is not locked; what is not there any more is not moved about; what was merged stays so. */
const WHILE: Partial<Record<DecisionAct, readonly string[]>> = {
  LOCK: [PUBLISHED],
  MASK: [PUBLISHED, HELD, MERGED],
  MERGE: [PUBLISHED, HELD],
  MOVE: [PUBLISHED, HELD],
};
/** Of what is gone nobody says that it stays, and of what was merged, that it is to be changed. */
const NEVER: Partial<Record<DecisionAct, readonly string[]>> = {
  KEEP: [HIDDEN, REMOVED],
  REQUEST_EDIT: [MERGED],
};

/** Whether it is read by somebody, or waits to be: and not gone for another reason. */
export const isThere = (visibility: string): boolean => ([PUBLISHED, HELD, MERGED] as string[]).includes(visibility);

/** Whether this may be done about an item of this kind, as it stands. */
export const isPossible = (
  act: DecisionAct,
  kind: ReviewKind,
  { visibility, locked }: Pick<Item, 'visibility' | 'locked'>,
): boolean =>
  ACTS[kind].includes(act) &&
  (WHILE[act]?.includes(visibility) ?? true) &&
  !NEVER[act]?.includes(visibility) &&
  !(act === DecisionAct.LOCK && locked);

/** What of an item a decision has changed; of the decisions about the same the latest goes first. */
export enum Aspect {
  SIGHT = 'SIGHT',
  LOCK = 'LOCK',
  TEXT = 'TEXT',
  PLACE = 'PLACE',
}

/** Where what was before is kept. */
const BEFORE: Record<Aspect, (keyof Effect)[]> = {
  SIGHT: ['idea', 'comment'],
  LOCK: ['locked'],
  TEXT: ['maskedIdea', 'maskedComment'],
  PLACE: ['movedFrom'],
};

type Done = Pick<Decision, 'effect'>;

/** What was as it had to be already is not changed, and not covered. */
export const aspectsOf = ({ effect }: Done): Aspect[] =>
  Object.values(Aspect).filter((aspect) => BEFORE[aspect].some((key) => effect[key] !== undefined));

/** What of a decision later ones have changed again. */
export const coveredBy = (decision: Done, later: readonly Done[]): Aspect[] =>
  aspectsOf(decision).filter((aspect) => later.some((one) => aspectsOf(one).includes(aspect)));

/** Undone, the earliest of the later ones puts back what was there before this one; texts are masked anew instead. */
export function handDown({ effect }: Done, later: readonly Done[]): void {
  for (const aspect of coveredBy({ effect }, later).filter((one) => one !== Aspect.TEXT)) {
    const heir = later.find((one) => aspectsOf(one).includes(aspect))!;
    // what it has published stays so
    if (aspect === Aspect.SIGHT && sightOf(effect) === HELD && sightOf(heir.effect) === PUBLISHED) continue;
    for (const key of BEFORE[aspect])
      if (effect[key] !== undefined) heir.effect = { ...heir.effect, [key]: effect[key] };
  }
}

const sightOf = ({ idea, comment }: Effect): string | undefined => (idea ?? comment)?.visibility;

export const isAboutAuthor = (act: DecisionAct): boolean => SANCTIONS.includes(act);

/** Whether the review ends with it: of an item that goes on waiting only its author was judged. */
export const settles = (act: DecisionAct, kind: ReviewKind): boolean =>
  kind === ReviewKind.PROFILE || !isAboutAuthor(act);

/** Whether the review ended with this one: of what waits for other reasons as well words were merely covered. */
export const hasSettled = ({ act, kind, effect }: Pick<Decision, 'act' | 'kind' | 'effect'>): boolean =>
  settles(act, kind) && !effect.waits;

/** Every act names what it rests on, but those that find no wrong: what they are about stays, and who reported it errs. */
export const needsGround = (act: DecisionAct): boolean =>
  ![DecisionAct.KEEP, DecisionAct.MERGE, DecisionAct.MOVE].includes(act);

/** Until when a decision of this moment may be appealed. */
export function appealUntil(now: Date): Date {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + APPEAL_MONTHS);
  return until;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What stands for a text where it is compared. Short texts can be guessed by it: nobody is shown it. */
export const textHash = (text: string): string => sha256(text);

/** What stands for a text in the public log, which never shows it: whoever has not got the nonce cannot guess at it. */
export function contentProof(text: string): { contentHash: string; contentNonce: string } {
  const contentNonce = randomBytes(16).toString('base64url');
  return { contentNonce, contentHash: sha256(`${contentNonce}\n${text}`) };
}
