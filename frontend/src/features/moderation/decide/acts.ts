import { useLingui } from '@lingui/react/macro';
import type {
  CommentVisibility,
  DecisionAct,
  HeldItemFragment,
  IdeaVisibility,
  ReviewKind,
  SanctionKind,
} from '@/gql/graphql';

type Visibility = IdeaVisibility | CommentVisibility;

/** What a moderator fills in. */
type Part = 'ground' | 'note' | 'term' | 'passages' | 'target' | 'place';

export interface ActForm {
  act: DecisionAct;
  /** Does it, or opens its form. */
  key: string;
  about: 'item' | 'author';
  kinds: readonly ReviewKind[];
  parts: readonly Part[];
  /** Of many at once. */
  inBulk: boolean;
}

const POSTS: readonly ReviewKind[] = ['IDEA', 'COMMENT'];
const ALL: readonly ReviewKind[] = [...POSTS, 'PROFILE'];
const REASONED = ['ground', 'note'] as const;
const FOR_A_TIME = [...REASONED, 'term'] as const;

/** All that can be decided, the mildest first: the buttons, the keys and the forms follow from this table. */
export const ACTS: readonly ActForm[] = [
  { act: 'KEEP', key: 'a', about: 'item', kinds: ALL, parts: [], inBulk: true },
  { act: 'REQUEST_EDIT', key: 'e', about: 'item', kinds: POSTS, parts: REASONED, inBulk: true },
  { act: 'MASK', key: 'm', about: 'item', kinds: POSTS, parts: ['passages', ...REASONED], inBulk: false },
  { act: 'MOVE', key: 'v', about: 'item', kinds: ['IDEA'], parts: ['place', 'note'], inBulk: true },
  { act: 'MERGE', key: 'g', about: 'item', kinds: ['IDEA'], parts: ['target', 'note'], inBulk: true },
  { act: 'HIDE', key: 'h', about: 'item', kinds: POSTS, parts: REASONED, inBulk: true },
  { act: 'REMOVE', key: 'r', about: 'item', kinds: POSTS, parts: REASONED, inBulk: true },
  { act: 'LOCK', key: 'l', about: 'item', kinds: ['IDEA'], parts: REASONED, inBulk: true },
  { act: 'WARN', key: 'w', about: 'author', kinds: ALL, parts: REASONED, inBulk: true },
  { act: 'SILENCE', key: 's', about: 'author', kinds: ALL, parts: FOR_A_TIME, inBulk: false },
  { act: 'SUSPEND', key: 'u', about: 'author', kinds: ALL, parts: FOR_A_TIME, inBulk: false },
  { act: 'EXCLUDE', key: 'x', about: 'author', kinds: ALL, parts: FOR_A_TIME, inBulk: false },
];

// as the server has it (decision.policy.ts)
const WHILE: Partial<Record<DecisionAct, readonly Visibility[]>> = {
  LOCK: ['PUBLISHED'],
  MASK: ['PUBLISHED', 'HELD', 'MERGED'],
  MERGE: ['PUBLISHED', 'HELD'],
  MOVE: ['PUBLISHED', 'HELD'],
};
const NEVER: Partial<Record<DecisionAct, readonly Visibility[]>> = {
  KEEP: ['HIDDEN', 'REMOVED'],
  REQUEST_EDIT: ['MERGED'],
};

export const visibilityOf = ({ idea, comment }: HeldItemFragment): Visibility | undefined =>
  (idea ?? comment)?.visibility;

/** How it stands once a person decides: what waits, hidden, was hidden automatically, and is then as it was before. */
function standing(item: HeldItemFragment): Visibility | undefined {
  const visibility = visibilityOf(item);
  return visibility === 'HIDDEN' && item.state === 'PENDING' ? 'PUBLISHED' : visibility;
}

/** Of this item, as it stands. */
export function actsFor(item: HeldItemFragment): ActForm[] {
  const visibility = standing(item);
  const among = (list: readonly Visibility[] | undefined) => visibility !== undefined && list?.includes(visibility);
  return ACTS.filter(
    ({ act, kinds }) =>
      kinds.includes(item.kind) &&
      (!WHILE[act] || among(WHILE[act])) &&
      !among(NEVER[act]) &&
      !(act === 'LOCK' && item.idea?.locked),
  );
}

/** Whether the review ends with it: of a post that goes on waiting only its author was judged. */
export const settles = ({ about }: ActForm, kind: ReviewKind): boolean => about === 'item' || kind === 'PROFILE';

/** Whether the server may find what was filled in wrong: then its form stays open until it has answered. */
export const isChecked = ({ parts }: ActForm): boolean =>
  parts.some((part) => part === 'passages' || part === 'target' || part === 'place');

/** What a button says: of what nobody else has seen yet, and of what was hidden automatically, to keep it is more. */
export const useActName = () => {
  const { t } = useLingui();
  const kept: Partial<Record<Visibility, string>> = { HELD: t`Approve`, HIDDEN: t`Show again` };
  const names: Record<DecisionAct, string> = {
    KEEP: t`Keep`,
    REQUEST_EDIT: t`Ask for a change`,
    HIDE: t`Hide`,
    REMOVE: t`Remove`,
    LOCK: t`Lock`,
    MASK: t`Mask parts`,
    MERGE: t`Merge`,
    MOVE: t`Move`,
    WARN: t`Warn`,
    SILENCE: t`Silence`,
    SUSPEND: t`Suspend`,
    EXCLUDE: t`Exclude from rewards`,
  };
  return (act: DecisionAct, visibility: Visibility = 'PUBLISHED'): string =>
    (act === 'KEEP' && kept[visibility]) || names[act];
};

/** What was decided. */
export const useActDone = () => {
  const { t } = useLingui();
  const kept: Partial<Record<Visibility, string>> = { HELD: t`Approved`, HIDDEN: t`Shown again` };
  const names: Record<DecisionAct, string> = {
    KEEP: t`Kept`,
    REQUEST_EDIT: t`Change asked for`,
    HIDE: t({ message: 'Hidden', context: 'act' }),
    REMOVE: t({ message: 'Removed', context: 'act' }),
    LOCK: t({ message: 'Locked', context: 'act' }),
    MASK: t({ message: 'Masked', context: 'act' }),
    MERGE: t({ message: 'Merged', context: 'act' }),
    MOVE: t({ message: 'Moved', context: 'act' }),
    WARN: t`Warned`,
    SILENCE: t`Silenced`,
    SUSPEND: t`Suspended`,
    EXCLUDE: t`Excluded from rewards`,
  };
  return (act: DecisionAct, visibility: Visibility = 'PUBLISHED'): string =>
    (act === 'KEEP' && kept[visibility]) || names[act];
};

/** What a member has to bear. */
export const useSanctionName = () => {
  const { t } = useLingui();
  const names: Record<SanctionKind, string> = {
    WARNING: t`Warning`,
    SILENCE: t`Silence`,
    SUSPENSION: t`Suspension`,
    EXCLUSION: t`Exclusion from rewards`,
  };
  return (kind: SanctionKind): string => names[kind];
};
