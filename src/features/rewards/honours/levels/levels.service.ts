import { Injectable } from '@nestjs/common';
import type { Difference } from '../../../../shared/database/difference.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { LevelReached } from '../../rewards.events.js';
import type { MemberFacts } from '../settling/facts.queries.js';
import { seenSql } from '../../points/rules/reward-rule.policy.js';
import { levelAt, weightSql } from './level.policy.js';
import { MemberLevel } from './member-level.entity.js';

const WRITE = `
UPDATE member_level l SET contribution = f.contribution, highest_level = f.level,
  reached_at = CASE WHEN f.level > l.highest_level THEN $5 ELSE l.reached_at END
FROM unnest($2::uuid[], $3::double precision[], $4::smallint[]) f (user_id, contribution, level)
WHERE l.company_id = $1 AND l.user_id = f.user_id AND (l.contribution, l.highest_level) IS DISTINCT FROM (f.contribution, f.level)`;

/** Who comes and goes leaves two facts that may be told in either order: what is so now is noted. */
const NOTE_DEPARTURE = `INSERT INTO member_level (company_id, user_id, departed)
SELECT $1, $2, NOT EXISTS (SELECT FROM membership WHERE company_id = $1 AND user_id = $2)
ON CONFLICT (company_id, user_id) DO UPDATE SET departed = excluded.departed`;

/** Sums of doubles depend on their order a little; what waits for its job is not wrong. */
const VERIFY = `
SELECT company_id || '/' || user_id AS id, 'member_level.contribution' AS "column", coalesce(l.contribution, 0) AS stored, coalesce(a.counted, 0) AS counted
FROM member_level l FULL JOIN (
  SELECT w.company_id, w.user_id, sum(${weightSql('w.points', 'w.at')}) AS counted FROM award w WHERE w.standing AND ${seenSql('w.rule')} GROUP BY 1, 2
) a USING (company_id, user_id)
WHERE abs(coalesce(l.contribution, 0) - coalesce(a.counted, 0)) > 1e-9 * greatest(1, abs(a.counted))
  AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'honours:' || company_id || ':' || user_id)`;

/** What members' contributions have come to. */
@Injectable()
export class LevelsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** The level of a member at a moment, 1 to 7; 1 of who has contributed nothing. */
  async levelOf(tx: Transaction, companyId: string, userId: string, at: Date): Promise<number> {
    const level = await tx.findOneBy(MemberLevel, { companyId, userId });
    return levelAt(level?.contribution ?? 0, at);
  }

  /** Writes the contributions of locked members, and tells of levels that nobody had told them of. */
  async settle(tx: Transaction, companyId: string, members: MemberFacts[], now: Date): Promise<void> {
    const reached = members.map(({ mayEarn, contribution, highestLevel }) =>
      mayEarn ? Math.max(highestLevel, levelAt(contribution, now)) : highestLevel,
    );
    const columns = [members.map(({ userId }) => userId), members.map(({ contribution }) => contribution), reached];
    await this.database.query(WRITE, [companyId, ...columns, now], tx);
    const events = members.flatMap(({ userId, membershipId, highestLevel }, at) => {
      const level = reached[at]!;
      if (level === highestLevel || !membershipId) return [];
      const event = { companyId, aggregateId: membershipId, actorId: null, occurredAt: now };
      return [LevelReached({ ...event, payload: { userId, level } })];
    });
    await this.outbox.append(tx, ...events);
  }

  /** Notes whether somebody is a member still. */
  async noteDeparture(tx: Transaction, companyId: string, userId: string): Promise<void> {
    await this.database.query(NOTE_DEPARTURE, [companyId, userId], tx);
  }

  /** Contributions that are not the sum of the standing awards that others may know of. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }
}
