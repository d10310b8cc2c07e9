import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { ChallengeState, IdeaStatus, IdeaVisibility } from '@/gql/graphql';
import classes from './StatusBadge.module.css';

type Tone = 'new' | 'review' | 'planned' | 'progress' | 'done' | 'declined' | 'reward';

interface Look {
  label: MessageDescriptor;
  tone: Tone;
}

const IDEA_STATUS: Record<IdeaStatus, Look> = {
  OPEN: { label: msg`New`, tone: 'new' },
  UNDER_REVIEW: { label: msg`Under review`, tone: 'review' },
  PLANNED: { label: msg`Planned`, tone: 'planned' },
  IN_PROGRESS: { label: msg`In progress`, tone: 'progress' },
  DELIVERED: { label: msg`Delivered`, tone: 'done' },
  DECLINED: { label: msg`Not now`, tone: 'declined' },
};

const IDEA_VISIBILITY: Record<IdeaVisibility, Look> = {
  DRAFT: { label: msg`Draft`, tone: 'new' },
  HELD: { label: msg`Awaiting review`, tone: 'progress' },
  PUBLISHED: { label: msg`Published`, tone: 'done' },
  REJECTED: { label: msg`Not published`, tone: 'declined' },
  WITHDRAWN: { label: msg`Withdrawn`, tone: 'declined' },
  HIDDEN: { label: msg`Hidden`, tone: 'declined' },
  REMOVED: { label: msg`Removed`, tone: 'declined' },
  MERGED: { label: msg`Merged`, tone: 'declined' },
};

const CHALLENGE_STATE: Record<ChallengeState, Look> = {
  DRAFT: { label: msg`Draft`, tone: 'new' },
  SCHEDULED: { label: msg`Scheduled`, tone: 'review' },
  OPEN: { label: msg`Under way`, tone: 'done' },
  CLOSED: { label: msg`Closed`, tone: 'declined' },
  ARCHIVED: { label: msg`Archived`, tone: 'declined' },
};

const MARKS: Partial<Record<Tone, string>> = { done: '✓', reward: '★' };

/** Colour, a mark and a word: never colour alone. */
function Badge({ label, tone }: Look) {
  const { i18n } = useLingui();
  return (
    <span className={classes.badge} data-tone={tone}>
      <span aria-hidden>{MARKS[tone] ?? '●'}</span>
      {i18n._(label)}
    </span>
  );
}

/** How far the company is with an idea. */
export const StatusBadge = ({ status }: { status: IdeaStatus }) => <Badge {...IDEA_STATUS[status]} />;

/** That an idea has won a prize. */
export const WinnerBadge = () => <Badge label={msg`Winner`} tone="reward" />;

/** Who can see an idea: for its author and staff. */
export const VisibilityBadge = ({ visibility }: { visibility: IdeaVisibility }) => (
  <Badge {...IDEA_VISIBILITY[visibility]} />
);

export const ChallengeStateBadge = ({ state }: { state: ChallengeState }) => <Badge {...CHALLENGE_STATE[state]} />;

/** The word for a status, for menus and sentences. */
export const useStatusName = (): ((status: IdeaStatus) => string) => {
  const { i18n } = useLingui();
  return (status) => i18n._(IDEA_STATUS[status].label);
};
