import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import { JobHandler, Schedule } from '../../../../shared/jobs/job-handler.js';
import { Jobs } from '../../../../shared/jobs/jobs.js';
import { VoteCast, VoteWithdrawn } from '../../../votes/votes.events.js';
import { inBatches } from './batches.js';
import { Settling } from './settling.service.js';

const MARK = 'votes';
const SWEEP_JOB = 'settle-votes';
const IDEA_JOB = 'settle-idea';
/** Longer than any transaction with votes takes: until then an event may still come up behind the last mark. */
const SLACK_MS = 120_000;

const VOTED = `SELECT DISTINCT aggregate_id AS id FROM event WHERE id >= $1 AND id < $2 AND type IN ('${VoteCast.type}', '${VoteWithdrawn.type}') ORDER BY 1`;

/**
 * Finds the ideas that were voted on since it last looked, by the ids of the events, which are ordered by time. So a vote
 * costs nothing more for being rewarded: no handler, no job, no row.
 */
@Injectable()
export class VoteSweep {
  private readonly log = new Logger(VoteSweep.name);

  constructor(
    private readonly database: Database,
    private readonly settling: Settling,
    private readonly jobs: Jobs,
  ) {}

  /** By a job of its own queue: a long sweep is not overtaken by the next. */
  @Schedule('sweep-votes', '* * * * *')
  async plan(): Promise<void> {
    await this.database.transaction((tx) =>
      this.jobs.add(tx, { name: SWEEP_JOB, payload: {}, queue: SWEEP_JOB, key: SWEEP_JOB }),
    );
  }

  /** One idea that fails does not keep the others from being settled: it is tried again by a job of its own. */
  @JobHandler(SWEEP_JOB)
  async sweep(): Promise<void> {
    const [mark] = await this.database.query<{ eventId: string }>(
      'SELECT event_id AS "eventId" FROM settlement_mark WHERE name = $1',
      [MARK],
    );
    const next = newId();
    // what was there before the first look is for `cocrea settle`
    const since = before(mark?.eventId ?? next, SLACK_MS);
    const ideas = await this.database.query<{ id: string }>(VOTED, [since, next]);
    await inBatches(
      ideas.map(({ id }) => id),
      (ids) => this.database.transaction((tx) => this.settling.ideas(tx, ids)),
      (id, error) => this.later(id, error),
    );
    await this.database.query(
      'INSERT INTO settlement_mark (name, event_id) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET event_id = excluded.event_id',
      [MARK, next],
    );
  }

  @JobHandler(IDEA_JOB)
  async settleIdea({ ideaId }: { ideaId: string }): Promise<void> {
    await this.database.transaction((tx) => this.settling.ideas(tx, [ideaId]));
  }

  private async later(ideaId: string, error: Error): Promise<void> {
    this.log.error(`The votes of idea ${ideaId} are not settled: ${error.message}`, error.stack);
    const job = { name: IDEA_JOB, payload: { ideaId }, key: `${IDEA_JOB}:${ideaId}` };
    await this.database.transaction((tx) => this.jobs.add(tx, job));
  }
}

/** The smallest id that was made so long before this one: its first 48 bits are milliseconds. */
export function before(id: string, ms: number): string {
  const time = parseInt(id.replaceAll('-', '').slice(0, 12), 16) - ms;
  const hex = Math.max(0, time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
