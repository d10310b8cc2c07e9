import { useLingui } from '@lingui/react/macro';
import type { AppealBar, AppealState, DecisionAct, FoundBy, Role } from '@/gql/graphql';
import type { AppealLine } from './appeals';

/** What enums are called on this desk. */
export function useWords() {
  const { t } = useLingui();
  const acts: Record<DecisionAct, string> = {
    KEEP: t`Kept`,
    REQUEST_EDIT: t`Sent back to be changed`,
    HIDE: t`Hidden`,
    REMOVE: t`Removed`,
    LOCK: t`Locked`,
    MASK: t`Parts masked`,
    MERGE: t`Merged with another`,
    MOVE: t`Moved`,
    WARN: t`Author warned`,
    SILENCE: t`Author silenced`,
    SUSPEND: t`Author suspended`,
    EXCLUDE: t`Author excluded from rewards`,
  };
  const roles: Record<Role, string> = {
    CUSTOMER: t`Member`,
    EXPERT: t`Expert`,
    MODERATOR: t`Moderator`,
    MANAGER: t`Manager`,
    OWNER: t`Owner`,
  };
  const found: Record<FoundBy, string> = {
    FLAGS: t`It was reported`,
    SCREENING: t`An automatic check held it`,
    STAFF: t`The moderators looked at it of their own accord`,
  };
  const states: Record<AppealState, string> = {
    OPEN: t`Waiting`,
    UPHELD: t`The decision stays`,
    OVERTURNED: t`Decision overturned`,
  };
  const bars: Record<AppealBar, string> = {
    OWN_CONTENT: t`You wrote this: somebody else decides about the appeal.`,
    OWN_FLAG: t`You reported this: somebody else decides about the appeal.`,
    OWN_DECISION: t`You made this decision: somebody else decides about the appeal.`,
    RANK: t`It is about somebody beside or above you: somebody above them decides about the appeal.`,
  };
  return { acts, roles, found, states, bars };
}

/** What an appeal is called: by the item that was decided about. */
export function useAppealTitle() {
  const { t } = useLingui();
  return ({ review }: AppealLine): string => {
    if (review?.idea) return review.idea.title;
    const title = review?.comment?.idea.title;
    if (title) return t`Comment on “${title}”`;
    const name = review?.author.displayName ?? '';
    return t`Profile of ${name}`;
  };
}
