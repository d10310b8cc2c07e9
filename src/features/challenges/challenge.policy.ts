import { registerEnumType } from '@nestjs/graphql';
import { createHash } from 'node:crypto';
import type { Challenge } from './challenge.entity.js';
import { type Phase, PhaseKind } from './phase.entity.js';

/** Where a challenge stands; follows from its dates and the clock. */
export enum ChallengeState {
  DRAFT = 'DRAFT',
  SCHEDULED = 'SCHEDULED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(ChallengeState, {
  name: 'ChallengeState',
  description: 'Where a challenge stands.',
  valuesMap: {
    DRAFT: { description: 'Being written; only managers see it.' },
    SCHEDULED: { description: 'Has a date, and has not begun.' },
    OPEN: { description: 'Between the start of its first phase and the end of its last.' },
    CLOSED: { description: 'Over.' },
    ARCHIVED: { description: 'Over, and out of the lists; its page stays.' },
  },
});

/** What may be done in a phase. */
export type PhaseRights = Pick<Phase, 'maySubmit' | 'mayEdit' | 'mayComment' | 'mayVote' | 'countsVisible'>;

const COMMENT_ONLY: PhaseRights = {
  maySubmit: false,
  mayEdit: false,
  mayComment: true,
  mayVote: false,
  countsVisible: true,
};

/** What a phase of each kind allows where a manager says nothing else. */
export const PHASE_DEFAULTS: Record<PhaseKind, PhaseRights> = {
  [PhaseKind.IDEATION]: { maySubmit: true, mayEdit: true, mayComment: true, mayVote: true, countsVisible: true },
  [PhaseKind.REFINEMENT]: { ...COMMENT_ONLY, mayEdit: true },
  [PhaseKind.VOTING]: { ...COMMENT_ONLY, mayVote: true, countsVisible: false },
  [PhaseKind.EVALUATION]: COMMENT_ONLY,
  [PhaseKind.DECISION]: COMMENT_ONLY,
  [PhaseKind.DELIVERY]: COMMENT_ONLY,
};

type Dates = Pick<Challenge, 'publishAt' | 'startsAt' | 'endsAt' | 'closedAt' | 'archivedAt'>;
type PhaseDates = Pick<Phase, 'startsAt' | 'endsAt'>;

/** The phase that lasts at this moment: its first moment belongs to it, its end does not. */
export const currentPhase = <P extends PhaseDates>(phases: P[], now: Date): P | null =>
  phases.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt) ?? null;

/** The first phase that is still to start. */
export const nextPhase = <P extends PhaseDates>(phases: P[], now: Date): P | null =>
  phases.filter(({ startsAt }) => startsAt > now).sort((a, b) => +a.startsAt - +b.startsAt)[0] ?? null;

/** Where a challenge stands at this moment. */
export function challengeState(
  { publishAt, startsAt, endsAt, closedAt, archivedAt }: Dates,
  now: Date,
): ChallengeState {
  if (archivedAt) return ChallengeState.ARCHIVED;
  if (!publishAt || !startsAt || !endsAt) return ChallengeState.DRAFT;
  if (closedAt || endsAt <= now) return ChallengeState.CLOSED;
  return publishAt > now || startsAt > now ? ChallengeState.SCHEDULED : ChallengeState.OPEN;
}

/** Whether everybody who sees the company sees the challenge; managers see it always. */
export const isPublic = ({ publishAt }: Pick<Challenge, 'publishAt'>, now: Date): boolean =>
  publishAt !== null && publishAt <= now;

/** What may be done at a moment, as far as time decides it; the membership decides the rest. */
export interface Permissions {
  submit: boolean;
  edit: boolean;
  comment: boolean;
  vote: boolean;
  /** false: only moderators and above see the counts of votes */
  countsVisible: boolean;
}

const NOTHING: Permissions = { submit: false, edit: false, comment: false, vote: false, countsVisible: true };

/**
 * What a challenge allows at this moment: what its phase allows. Between two phases nothing, and counts stay as the
 * phase before left them; before the first and after the last one they show.
 */
export function permissionsAt(challenge: Dates, phases: (PhaseDates & PhaseRights)[], now: Date): Permissions {
  if (challengeState(challenge, now) !== ChallengeState.OPEN) return NOTHING;
  const phase = currentPhase(phases, now);
  if (!phase)
    return { ...NOTHING, countsVisible: phases.findLast(({ startsAt }) => startsAt <= now)?.countsVisible ?? true };
  const { maySubmit, mayEdit, mayComment, mayVote, countsVisible } = phase;
  return { submit: maySubmit, edit: mayEdit, comment: mayComment, vote: mayVote, countsVisible };
}

/** What the always-open idea box allows: everything, until the company closes it. */
export const ideaBoxPermissions = ({ ideaBoxOpen }: { ideaBoxOpen: boolean }): Permissions =>
  ideaBoxOpen ? { submit: true, edit: true, comment: true, vote: true, countsVisible: true } : NOTHING;

/**
 * SQL condition that is true where the challenge allows to vote at `now`: the same rule as `permissionsAt`, to be part
 * of the statement that writes. Both arguments are SQL expressions, e.g. `mayVoteSql('i.challenge_id', '$2')`.
 */
export const mayVoteSql = (challengeId: string, now: string): string =>
  `EXISTS (SELECT FROM phase p JOIN challenge c ON c.id = p.challenge_id
     WHERE p.challenge_id = ${challengeId} AND p.may_vote AND p.starts_at <= ${now} AND ${now} < p.ends_at
       AND c.publish_at <= ${now} AND c.closed_at IS NULL AND c.archived_at IS NULL)`;

/**
 * SQL expression: whether everybody sees the counts of votes there at `now`, the same rule as `permissionsAt`; true for
 * the idea box.
 */
export const countsVisibleSql = (challengeId: string, now: string): string =>
  `coalesce((SELECT p.counts_visible FROM phase p JOIN challenge c ON c.id = p.challenge_id
     WHERE p.challenge_id = ${challengeId} AND p.starts_at <= ${now} AND c.publish_at <= ${now} AND c.ends_at > ${now}
       AND c.closed_at IS NULL AND c.archived_at IS NULL ORDER BY p.starts_at DESC LIMIT 1), true)`;

/** What stands for the wording of the terms; null where there are none to accept. */
export const termsHash = ({ terms }: Pick<Challenge, 'terms'>): string | null =>
  terms.trim() === '' ? null : createHash('sha256').update(terms).digest('base64url');
