import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { Schedule } from '../../../shared/jobs/job-handler.js';
import { TrustLevelChanged } from '../moderation.events.js';
import { KEPT_DAYS, nextStanding, type Standing } from './trust.policy.js';
import { NETWORK_DAYS } from './networks.js';
import { type Candidate, TrustQueries } from './trust.queries.js';

const BATCH = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';

type Change = Candidate & { next: Standing };

/** A manager who fixes a level meanwhile comes first: the rows are locked, and then looked at again. */
const LOCK = 'SELECT FROM membership WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE';
const MOVE = `WITH moved AS (
  UPDATE membership m SET trust_level = c.level FROM unnest($1::uuid[], $2::smallint[], $3::smallint[]) c (id, was, level)
  WHERE m.id = c.id AND m.role = 'CUSTOMER' AND m.trust_level = c.was AND c.was <> c.level AND NOT EXISTS (
    SELECT FROM member_trust t WHERE t.company_id = m.company_id AND t.user_id = m.user_id AND t.fixed_at IS NOT NULL)
  RETURNING m.id)
SELECT id FROM moved`;
const NOTE = `INSERT INTO member_trust (company_id, user_id, below_since)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) ON CONFLICT (company_id, user_id) DO UPDATE SET below_since = excluded.below_since`;

/** Brings every customer to the level that they have earned. */
@Injectable()
export class TrustJobs {
  constructor(
    private readonly database: Database,
    private readonly queries: TrustQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Staff, and whom a manager has fixed, stay as they are. What was interrupted is done the next night. */
  @Schedule('recompute-trust', '47 3 * * *')
  async recompute(): Promise<void> {
    let last = { companyId: FIRST, userId: FIRST };
    for (;;) {
      const batch = await this.queries.candidates(last, BATCH);
      if (batch.length > 0) await this.settle(batch);
      if (batch.length < BATCH) break;
      last = batch.at(-1)!;
    }
    await this.clear();
  }

  /** Nothing is kept longer than the rules look at it. */
  private async clear(): Promise<void> {
    const ago = (days: number) => new Date(+this.clock.now() - days * 24 * 3_600_000);
    await this.database.query('DELETE FROM member_day WHERE day < $1::date', [ago(KEPT_DAYS)]);
    await this.database.query('UPDATE member_day SET network = NULL WHERE network IS NOT NULL AND day < $1::date', [
      ago(NETWORK_DAYS),
    ]);
  }

  private async settle(batch: Candidate[]): Promise<void> {
    const now = this.clock.now();
    const records = await this.queries.records(batch);
    const changes = batch.flatMap((member, at): Change[] => {
      const next = nextStanding(member, records[at]!, now);
      return next.level === member.level && +(next.belowSince ?? 0) === +(member.belowSince ?? 0)
        ? []
        : [{ ...member, next }];
    });
    if (changes.length > 0) await this.database.transaction((tx) => this.write(tx, changes, now));
  }

  private async write(tx: Transaction, changes: Change[], occurredAt: Date): Promise<void> {
    const run = <T>(sql: string, ...params: unknown[]) => this.database.query<T>(sql, params, tx);
    const ids = changes.map(({ membershipId }) => membershipId);
    await run(LOCK, ids);
    const levels = [changes.map(({ level }) => level), changes.map(({ next }) => next.level)];
    const moved = new Set((await run<{ id: string }>(MOVE, ids, ...levels)).map(({ id }) => id));
    const members = [changes.map(({ companyId }) => companyId), changes.map(({ userId }) => userId)];
    await run(
      NOTE,
      ...members,
      changes.map(({ next }) => next.belowSince),
    );
    const events = changes
      .filter(({ membershipId }) => moved.has(membershipId))
      .map(({ companyId, membershipId, userId, level: from, next: { level: to } }) =>
        TrustLevelChanged({
          companyId,
          aggregateId: membershipId,
          actorId: null,
          occurredAt,
          payload: { userId, from, to },
        }),
      );
    await this.outbox.append(tx, ...events);
  }
}
