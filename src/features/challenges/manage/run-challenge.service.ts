import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { ChallengeClock } from '../clock/challenge-clock.service.js';
import { ChallengeDesk } from './challenge-desk.service.js';
import { ChallengeExtension } from '../challenge-extension.entity.js';
import type { Challenge } from '../challenge.entity.js';
import { ChallengeState, challengeState, isPublic } from '../challenge.policy.js';
import { challengeErrors, wrong } from '../challenges.errors.js';
import { ChallengeArchived, ChallengeClosed, PhaseEnded, PhaseExtended } from '../challenges.events.js';
import { Phase } from '../phase.entity.js';
import type {
  ChallengeVersionInput,
  CloseChallengeInput,
  ExtendPhaseInput,
  PublishChallengeInput,
} from './run-challenge.inputs.js';

/** Taking a challenge from its draft to the archive. */
@Injectable()
export class RunChallengeService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly desk: ChallengeDesk,
    private readonly challengeClock: ChallengeClock,
    private readonly clock: Clock,
  ) {}

  /** Makes a draft public, at once or on a date. */
  publish(viewer: Viewer, { challengeId, version, publishAt }: PublishChallengeInput): Promise<Challenge> {
    return this.database.transaction(async (tx) => {
      const { challenge, phases, access } = await this.desk.take(tx, viewer, challengeId, version);
      const now = this.clock.now();
      if (isPublic(challenge, now)) throw challengeErrors.CHALLENGE_STATE();
      const later = publishAt && publishAt > now ? publishAt : null;
      if (phases.length === 0) throw wrong('phases', 'PHASES_NEEDED');
      if (phases.at(-1)!.endsAt <= now) throw wrong('phases', 'PHASES_OVER');
      if (later && phases[0]!.startsAt < later) throw wrong('publishAt', 'PUBLISH_AFTER_START');
      await this.desk.checkJury(tx, challenge);
      await this.desk.put(tx, challenge, { publishAt: later ?? now });
      await this.challengeClock.advance(tx, challenge, phases, viewer.userId);
      await this.desk.record(tx, viewer, access, challengeId, { action: 'publish', is: { publishAt: later ?? now } });
      return challenge;
    });
  }

  /** Makes a scheduled challenge a draft again, while nobody has seen it. */
  unschedule(viewer: Viewer, { challengeId, version }: ChallengeVersionInput): Promise<Challenge> {
    return this.database.transaction(async (tx) => {
      const { challenge, access } = await this.desk.take(tx, viewer, challengeId, version);
      const waits = challenge.publishAt && !isPublic(challenge, this.clock.now());
      if (!waits || challenge.publishedEventAt) throw challengeErrors.CHALLENGE_STATE();
      const { publishAt } = challenge;
      await this.desk.put(tx, challenge, { publishAt: null });
      await this.desk.record(tx, viewer, access, challengeId, { action: 'unschedule', was: { publishAt } });
      return challenge;
    });
  }

  /** Makes a phase longer for a reason that everybody reads; the later ones move by as much. */
  extendPhase(viewer: Viewer, { challengeId, phaseId, endsAt, reason }: ExtendPhaseInput): Promise<Challenge> {
    return this.database.transaction(async (tx) => {
      const { challenge, phases, access } = await this.desk.take(tx, viewer, challengeId);
      const now = this.clock.now();
      const runs = [ChallengeState.OPEN, ChallengeState.SCHEDULED].includes(challengeState(challenge, now));
      if (!runs || !isPublic(challenge, now)) throw challengeErrors.CHALLENGE_STATE();
      const phase = phases.find(({ id }) => id === phaseId);
      if (!phase) throw wrong('phaseId', 'UNKNOWN_PHASE');
      if (phase.endsAt <= now || phase.endedEventAt) throw wrong('phaseId', 'PHASE_ENDED');
      if (endsAt <= phase.endsAt) throw wrong('endsAt', 'NOT_LATER');
      const { companyId } = challenge;
      const change = { phaseId, previousEndsAt: phase.endsAt, endsAt, reason };
      await this.move(tx, phases, phase, +endsAt - +phase.endsAt);
      await tx.insert(ChallengeExtension, {
        id: newId(),
        companyId,
        challengeId,
        ...change,
        byId: viewer.userId,
        at: now,
      });
      await this.desk.put(tx, challenge, { startsAt: phases[0]!.startsAt, endsAt: phases.at(-1)!.endsAt });
      const payload = { phaseId, previousEndsAt: change.previousEndsAt.toISOString(), endsAt: endsAt.toISOString() };
      await this.outbox.append(tx, PhaseExtended({ ...factOf(challenge, viewer, now), payload }));
      await this.challengeClock.advance(tx, challenge, phases);
      const was = { [phaseId]: change.previousEndsAt };
      const is = { [phaseId]: endsAt };
      await this.desk.record(tx, viewer, access, challengeId, { action: 'extend', was, is, reason });
      return challenge;
    });
  }

  /** Ends a public challenge before its time, for a reason that everybody reads. */
  close(viewer: Viewer, { challengeId, version, reason }: CloseChallengeInput): Promise<Challenge> {
    return this.database.transaction(async (tx) => {
      const { challenge, phases, access } = await this.desk.take(tx, viewer, challengeId, version);
      const now = this.clock.now();
      const was = { closedAt: challenge.closedAt, endsAt: challenge.endsAt };
      const runs = [ChallengeState.OPEN, ChallengeState.SCHEDULED].includes(challengeState(challenge, now));
      if (!runs || !isPublic(challenge, now)) throw challengeErrors.CHALLENGE_STATE();
      await this.challengeClock.advance(tx, challenge, phases);
      await this.desk.put(tx, challenge, { closedAt: now, closeReason: reason, endsAt: now });
      const fact = factOf(challenge, viewer, now);
      const running = phases.filter((phase) => phase.startedEventAt && !phase.endedEventAt);
      for (const { id } of running) await tx.update(Phase, id, { endedEventAt: now });
      await this.outbox.append(
        tx,
        ...running.map(({ id, kind }) => PhaseEnded({ ...fact, payload: { phaseId: id, kind } })),
        ChallengeClosed({ ...fact, payload: {} }),
      );
      const is = { closedAt: now, endsAt: now };
      await this.desk.record(tx, viewer, access, challengeId, { action: 'close', was, is, reason });
      return challenge;
    });
  }

  /** Takes a challenge that is over out of the lists. */
  archive(viewer: Viewer, { challengeId, version }: ChallengeVersionInput): Promise<Challenge> {
    return this.database.transaction(async (tx) => {
      const { challenge, phases, access } = await this.desk.take(tx, viewer, challengeId, version);
      const now = this.clock.now();
      if (challengeState(challenge, now) !== ChallengeState.CLOSED) throw challengeErrors.CHALLENGE_STATE();
      await this.challengeClock.advance(tx, challenge, phases);
      await this.desk.put(tx, challenge, { archivedAt: now });
      await this.outbox.append(tx, ChallengeArchived({ ...factOf(challenge, viewer, now), payload: {} }));
      await this.desk.record(tx, viewer, access, challengeId, { action: 'archive', is: { archivedAt: now } });
      return challenge;
    });
  }

  private async move(tx: Transaction, phases: Phase[], extended: Phase, span: number): Promise<void> {
    for (const phase of phases.slice(phases.indexOf(extended))) {
      if (phase !== extended) phase.startsAt = new Date(+phase.startsAt + span);
      phase.endsAt = new Date(+phase.endsAt + span);
      await tx.update(Phase, phase.id, { startsAt: phase.startsAt, endsAt: phase.endsAt });
    }
  }
}

const factOf = ({ id, companyId }: Challenge, { userId }: Viewer, occurredAt: Date) => ({
  aggregateId: id,
  companyId,
  actorId: userId,
  occurredAt,
});
