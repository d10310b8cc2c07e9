import { useLingui } from '@lingui/react/macro';
import type { DecisionAct, HeldItemFragment, ReviewKind, SanctionKind } from '@/gql/graphql';

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
  /** Of this item, as it stands. */
  isPossible?: (item: HeldItemFragment) => boolean;
}

const POSTS: readonly ReviewKind[] = ['IDEA', 'COMMENT'];
const ALL: readonly ReviewKind[] = [...POSTS, 'PROFILE'];
const REASONED = ['ground', 'note'] as const;
const FOR_A_TIME = [...REASONED, 'term'] as const;

/** Nobody moves about what is not there any more. */
const isThere = ({ idea, comment }: HeldItemFragment): boolean =>
  ['PUBLISHED', 'HELD'].includes((idea ?? comment)?.visibility ?? '');
const isMerged = ({ idea }: HeldItemFragment): boolean => idea?.visibility === 'MERGED';

/** All that can be decided, the mildest first: the buttons, the keys and the forms follow from this table. */
export const ACTS: readonly ActForm[] = [
  { act: 'KEEP', key: 'a', about: 'item', kinds: ALL, parts: [], inBulk: true },
  {
    ...{ act: 'REQUEST_EDIT', key: 'e', about: 'item', kinds: POSTS, parts: REASONED, inBulk: true },
    isPossible: (item) => !isMerged(item),
  },
  {
    ...{ act: 'MASK', key: 'm', about: 'item', kinds: POSTS, parts: ['passages', ...REASONED], inBulk: false },
    isPossible: (item) => isThere(item) || isMerged(item),
  },
  {
    ...{ act: 'MOVE', key: 'v', about: 'item', kinds: ['IDEA'], parts: ['place', 'note'], inBulk: true },
    isPossible: isThere,
  },
  {
    ...{ act: 'MERGE', key: 'g', about: 'item', kinds: ['IDEA'], parts: ['target', 'note'], inBulk: true },
    isPossible: isThere,
  },
  { act: 'HIDE', key: 'h', about: 'item', kinds: POSTS, parts: REASONED, inBulk: true },
  { act: 'REMOVE', key: 'r', about: 'item', kinds: POSTS, parts: REASONED, inBulk: true },
  {
    ...{ act: 'LOCK', key: 'l', about: 'item', kinds: ['IDEA'], parts: REASONED, inBulk: true },
    // what nobody has seen yet is not locked
    isPossible: ({ idea }) => idea?.visibility === 'PUBLISHED' && !idea.locked,
  },
  { act: 'WARN', key: 'w', about: 'author', kinds: ALL, parts: REASONED, inBulk: true },
  { act: 'SILENCE', key: 's', about: 'author', kinds: ALL, parts: FOR_A_TIME, inBulk: false },
  { act: 'SUSPEND', key: 'u', about: 'author', kinds: ALL, parts: FOR_A_TIME, inBulk: false },
];

export const actsFor = (item: HeldItemFragment): ActForm[] =>
  ACTS.filter(({ kinds, isPossible = () => true }) => kinds.includes(item.kind) && isPossible(item));

/** Whether the review ends with it: of a post that goes on waiting only its author was judged. */
export const settles = ({ about }: ActForm, kind: ReviewKind): boolean => about === 'item' || kind === 'PROFILE';

/** Whether the server may find what was filled in wrong: then its form stays open until it has answered. */
export const isChecked = ({ parts }: ActForm): boolean =>
  parts.some((part) => part === 'passages' || part === 'target' || part === 'place');

/** Nobody else has seen it yet. */
export const isHeld = ({ idea, comment }: HeldItemFragment): boolean => (idea ?? comment)?.visibility === 'HELD';

/** What a button says. */
export const useActName = () => {
  const { t } = useLingui();
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
  };
  return (act: DecisionAct, held = false): string => (held && act === 'KEEP' ? t`Approve` : names[act]);
};

/** What was decided. */
export const useActDone = () => {
  const { t } = useLingui();
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
  };
  return (act: DecisionAct, held = false): string => (held && act === 'KEEP' ? t`Approved` : names[act]);
};

/** What a member has to bear. */
export const useSanctionName = () => {
  const { t } = useLingui();
  const names: Record<SanctionKind, string> = { WARNING: t`Warning`, SILENCE: t`Silence`, SUSPENSION: t`Suspension` };
  return (kind: SanctionKind): string => names[kind];
};
