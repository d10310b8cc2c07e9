import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { JobHandler, Schedule } from '../../../shared/jobs/job-handler.js';
import { Jobs } from '../../../shared/jobs/jobs.js';
import { Challenge } from '../challenge.entity.js';
import { dueTransitions, nextBoundary } from './phase-clock.policy.js';
import { Phase } from '../phase.entity.js';

const JOB = 'challenge-clock';

/**
 * Tells the others when a challenge or a phase has begun or ended. Only the telling waits for the queue: what may be
 * done at a moment is read from the dates (challenge.policy.ts).
 */
@Injectable()
export class ChallengeClock {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  @JobHandler(JOB)
  async tick({ challengeId }: { challengeId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const challenge = await tx.findOne(Challenge, { where: { id: challengeId }, lock });
      if (!challenge) return;
      await this.advance(tx, challenge, await tx.find(Phase, { where: { challengeId }, order: { position: 'ASC' } }));
    });
  }

  /** Finds what no job told in time. */
  @Schedule('challenge-clock-sweep', '* * * * *')
  async sweep(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `WITH due AS (
         SELECT challenge_id AS id FROM phase WHERE starts_at <= $1 AND started_event_at IS NULL
         UNION SELECT challenge_id FROM phase WHERE ends_at <= $1 AND ended_event_at IS NULL
         UNION SELECT id FROM challenge WHERE publish_at <= $1 AND published_event_at IS NULL)
       SELECT c.id FROM due JOIN challenge c USING (id) WHERE c.publish_at <= $1 AND c.closed_at IS NULL`,
      [this.clock.now()],
    );
    for (const { id } of rows) await this.tick({ challengeId: id });
  }

  /** Emits what is due, in the transaction that holds the challenge's lock, and sets the alarm for what comes next. */
  async advance(tx: Transaction, challenge: Challenge, phases: Phase[], actorId: string | null = null): Promise<void> {
    const now = this.clock.now();
    const { events, publishedNow, started, ended } = dueTransitions(challenge, phases, now, actorId);
    if (publishedNow) await tx.update(Challenge, challenge.id, { publishedEventAt: now });
    if (started.length > 0) await tx.update(Phase, { id: In(idsOf(started)) }, { startedEventAt: now });
    if (ended.length > 0) await tx.update(Phase, { id: In(idsOf(ended)) }, { endedEventAt: now });
    if (publishedNow) challenge.publishedEventAt = now;
    for (const phase of started) phase.startedEventAt = now;
    for (const phase of ended) phase.endedEventAt = now;
    await this.outbox.append(tx, ...events);
    const runAt = nextBoundary(challenge, phases, now);
    const key = `${JOB}:${challenge.id}`;
    if (runAt) await this.jobs.add(tx, { name: JOB, payload: { challengeId: challenge.id }, key, runAt });
  }
}

const idsOf = (phases: Phase[]): string[] => phases.map(({ id }) => id);
