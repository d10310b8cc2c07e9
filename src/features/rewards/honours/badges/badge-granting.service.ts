import { Injectable } from '@nestjs/common';
import type { Difference } from '../../../../shared/database/difference.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { BadgeEarned } from '../../rewards.events.js';
import type { MemberFacts } from '../settling/facts.queries.js';
import { earnedBuiltIns, earnsOwn, type OwnBadge } from './badge.policy.js';

/** That somebody is to have a badge. */
interface Grant {
  userId: string;
  badgeId: string;
}

const OWN = `SELECT id, metric, threshold, retired_at AS "retiredAt" FROM badge
WHERE company_id = $1 AND metric IS NOT NULL AND retired_at IS NULL`;
const HELD = `SELECT h.user_id AS "userId", h.badge_id AS "badgeId", b.built_in AS "builtIn" FROM badge_holding h JOIN badge b ON b.id = h.badge_id
WHERE h.company_id = $1 AND h.user_id = ANY ($2::uuid[])`;
const ENSURE = `INSERT INTO badge (id, company_id, built_in, created_at)
SELECT id, $1, built_in, $4 FROM unnest($2::uuid[], $3::text[]) t (id, built_in) ORDER BY built_in ON CONFLICT (company_id, built_in) DO NOTHING`;
const BUILT_IN = 'SELECT id, built_in AS "builtIn" FROM badge WHERE company_id = $1 AND built_in = ANY ($2)';
const HOLD = `INSERT INTO badge_holding (id, company_id, badge_id, user_id, earned_at, given_by_id)
SELECT id, $1, badge_id, user_id, $5, $6 FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) t (id, badge_id, user_id) ORDER BY badge_id, user_id
ON CONFLICT (company_id, badge_id, user_id) DO NOTHING RETURNING id, badge_id AS "badgeId", user_id AS "userId"`;
const COUNT = `WITH held AS (SELECT id, count(*)::integer AS n FROM unnest($1::uuid[]) id GROUP BY id),
locked AS (SELECT b.id FROM badge b JOIN held USING (id) ORDER BY b.id FOR NO KEY UPDATE OF b)
UPDATE badge b SET holder_count = b.holder_count + $2 * held.n FROM held JOIN locked USING (id) WHERE b.id = held.id`;
const VERIFY = `SELECT b.id, 'badge.holder_count' AS "column", b.holder_count AS stored, coalesce(h.n, 0) AS counted
FROM badge b LEFT JOIN (SELECT badge_id, count(*)::integer AS n FROM badge_holding GROUP BY badge_id) h ON h.badge_id = b.id
WHERE b.holder_count <> coalesce(h.n, 0)`;

/** Sees to it that who has earned a badge has it, once. */
@Injectable()
export class BadgeGranting {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** What locked members have earned and do not have yet. What they have stays, whatever becomes of their figures. */
  async settle(tx: Transaction, companyId: string, all: MemberFacts[], now: Date): Promise<void> {
    const members = all.filter(({ mayEarn }) => mayEarn);
    if (members.length === 0) return;
    const run = <T>(sql: string, ...params: unknown[]) => this.database.query<T>(sql, params, tx);
    const own = await run<OwnBadge>(OWN, companyId);
    const userIds = members.map(({ userId }) => userId);
    const held = await run<Grant & { builtIn: string | null }>(HELD, companyId, userIds);
    const has = new Set(held.flatMap(({ userId, badgeId, builtIn }) => [`${userId}/${builtIn ?? badgeId}`]));
    const missing = (userId: string, badges: string[]) => badges.filter((badge) => !has.has(`${userId}/${badge}`));
    const ours = members.flatMap((member) =>
      missing(member.userId, earnedBuiltIns(member)).map((builtIn) => ({ userId: member.userId, builtIn })),
    );
    const theirs = members.flatMap((member) => {
      const earned = own.filter((badge) => earnsOwn(badge, member)).map(({ id }) => id);
      return missing(member.userId, earned).map((badgeId) => ({ userId: member.userId, badgeId }));
    });
    const ids = await this.ensure(tx, companyId, [...new Set(ours.map(({ builtIn }) => builtIn))], now);
    const grants = ours.map(({ userId, builtIn }) => ({ userId, badgeId: ids.get(builtIn)! }));
    await this.grant(tx, companyId, [...grants, ...theirs], now, null);
  }

  /**
   * Gives badges to those who do not have them.
   * @returns the new holdings
   */
  async grant(tx: Transaction, companyId: string, grants: Grant[], now: Date, actorId: string | null) {
    if (grants.length === 0) return [];
    const columns = [
      grants.map(() => newId()),
      grants.map(({ badgeId }) => badgeId),
      grants.map(({ userId }) => userId),
    ];
    const fresh = await this.database.query<Grant & { id: string }>(HOLD, [companyId, ...columns, now, actorId], tx);
    await this.count(tx, fresh, 1);
    const events = fresh.map(({ id, badgeId, userId }) =>
      BadgeEarned({
        ...{ companyId, aggregateId: id, actorId, occurredAt: now },
        payload: { holdingId: id, badgeId, userId },
      }),
    );
    await this.outbox.append(tx, ...events);
    return fresh;
  }

  /**
   * Takes a badge from somebody who has it.
   * @returns whether they had it
   */
  async take(tx: Transaction, holdingId: string): Promise<boolean> {
    return (await this.remove(tx, 'id', holdingId)) > 0;
  }

  /** Takes all badges from somebody who is no more. */
  async takeAll(tx: Transaction, userId: string): Promise<void> {
    await this.remove(tx, 'user_id', userId);
  }

  /** Counts of holders that are not those of the rows. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }

  private async remove(tx: Transaction, column: 'id' | 'user_id', value: string): Promise<number> {
    const sql = `DELETE FROM badge_holding WHERE ${column} = $1 RETURNING badge_id AS "badgeId"`;
    const [gone] = (await tx.query(sql, [value])) as [{ badgeId: string }[]];
    await this.count(tx, gone, -1);
    return gone.length;
  }

  private async count(tx: Transaction, holdings: { badgeId: string }[], by: 1 | -1): Promise<void> {
    const badgeIds = holdings.map(({ badgeId }) => badgeId);
    if (badgeIds.length > 0) await this.database.query(COUNT, [badgeIds, by], tx);
  }

  /** The rows of badges of ours, which a company gets when somebody earns the first. */
  private async ensure(
    tx: Transaction,
    companyId: string,
    builtIns: string[],
    now: Date,
  ): Promise<Map<string, string>> {
    if (builtIns.length === 0) return new Map();
    await this.database.query(ENSURE, [companyId, builtIns.map(() => newId()), builtIns, now], tx);
    const rows = await this.database.query<{ id: string; builtIn: string }>(BUILT_IN, [companyId, builtIns], tx);
    return new Map(rows.map(({ id, builtIn }) => [builtIn, id]));
  }
}
