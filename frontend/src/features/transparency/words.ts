import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DecisionAct, FoundBy, ReportSource, ReviewKind, Role } from '@/gql/graphql';

/** What is done about an item or its author, as the log and the report call it. */
export const ACT_NAMES: Record<DecisionAct | 'MASK' | 'MERGE' | 'MOVE', MessageDescriptor> = {
  KEEP: msg`Stays`,
  REQUEST_EDIT: msg`Change asked for`,
  MASK: msg`Words masked`,
  HIDE: msg({ message: 'Hidden', context: 'decision' }),
  REMOVE: msg({ message: 'Removed', context: 'decision' }),
  LOCK: msg({ message: 'Locked', context: 'decision' }),
  MERGE: msg({ message: 'Merged', context: 'decision' }),
  MOVE: msg({ message: 'Moved', context: 'decision' }),
  WARN: msg`Author warned`,
  SILENCE: msg`Author silenced`,
  SUSPEND: msg`Author suspended`,
  EXCLUDE: msg`Author excluded from rewards`,
};

export const KIND_NAMES: Record<ReviewKind, MessageDescriptor> = {
  IDEA: msg`Idea`,
  COMMENT: msg({ message: 'Comment', context: 'something written' }),
  PROFILE: msg`Member`,
};

/** Who decided; an office, not a name. */
export const DECIDER_NAMES: Record<Role, MessageDescriptor> = {
  CUSTOMER: msg`by a member`,
  EXPERT: msg`by an expert`,
  MODERATOR: msg`by a moderator`,
  MANAGER: msg`by a manager`,
  OWNER: msg`by an owner`,
};

export const FOUND_BY: Record<FoundBy, MessageDescriptor> = {
  FLAGS: msg`found by reports`,
  SCREENING: msg`found by screening`,
  STAFF: msg`found by the staff`,
};

export const SOURCE_NAMES: Record<ReportSource, MessageDescriptor> = {
  NOTICES: msg`Notices of illegal content`,
  FLAGS: msg`Reports by members`,
  SCREENING: msg`Automatic screening`,
  STAFF: msg`The company’s staff`,
};
