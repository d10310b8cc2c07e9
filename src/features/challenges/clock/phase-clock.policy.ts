import type { DomainEvent } from '../../../shared/events/domain-event.js';
import type { Challenge } from '../challenge.entity.js';
import {
  ChallengeClosed,
  ChallengeOpened,
  ChallengePublished,
  PhaseEnded,
  PhaseStarted,
} from '../challenges.events.js';
import type { Phase } from '../phase.entity.js';

type Dated = Pick<Challenge, 'id' | 'companyId' | 'publishAt' | 'closedAt' | 'publishedEventAt'>;

/** What has come about, and has not been told yet. */
export interface DueTransitions {
  events: DomainEvent[];
  publishedNow: boolean;
  started: Phase[];
  ended: Phase[];
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);

/**
 * The transitions up to this moment whose events have not been emitted, in order. However often and late it is asked,
 * each comes up once, as long as what it returns is noted.
 * @param phases in order
 */
export function dueTransitions(
  challenge: Dated,
  phases: Phase[],
  now: Date,
  actorId: string | null = null,
): DueTransitions {
  const { id: aggregateId, companyId, publishAt, closedAt, publishedEventAt } = challenge;
  if (!publishAt || publishAt > now || closedAt) return { events: [], publishedNow: false, started: [], ended: [] };
  const base = { aggregateId, companyId, actorId: null, payload: {} };
  const publishedNow = !publishedEventAt;
  const started = phases.filter((phase) => phase.startsAt <= now && !phase.startedEventAt);
  const ended = phases.filter((phase) => phase.endsAt <= now && !phase.endedEventAt);
  const opens = started.length > 0 && phases.every((phase) => !phase.startedEventAt);
  const closes = ended.length > 0 && phases.every((phase) => phase.endsAt <= now);
  const moment = (boundary: Date) => latest(boundary, publishAt);
  const told = phases.flatMap((phase) => {
    const event = { ...base, payload: { phaseId: phase.id, kind: phase.kind } };
    return [
      ...(started.includes(phase) ? [PhaseStarted({ ...event, occurredAt: moment(phase.startsAt) })] : []),
      ...(ended.includes(phase) ? [PhaseEnded({ ...event, occurredAt: moment(phase.endsAt) })] : []),
    ];
  });
  const events: DomainEvent[] = [
    ...(publishedNow ? [ChallengePublished({ ...base, actorId, occurredAt: publishAt })] : []),
    ...(opens ? [ChallengeOpened({ ...base, occurredAt: moment(started[0]!.startsAt) })] : []),
    ...told,
    ...(closes ? [ChallengeClosed({ ...base, occurredAt: moment(phases.at(-1)!.endsAt) })] : []),
  ];
  return { events, publishedNow, started, ended };
}

/** The next moment at which something comes about; null when nothing will. */
export function nextBoundary({ publishAt, closedAt }: Dated, phases: Phase[], now: Date): Date | null {
  if (!publishAt || closedAt) return null;
  const boundaries = [publishAt, ...phases.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])];
  const ahead = boundaries.filter((boundary) => boundary > now && boundary >= publishAt);
  return ahead.length > 0 ? new Date(Math.min(...ahead.map(Number))) : null;
}
