import { Injectable } from '@nestjs/common';
import { Role } from '../../../../shared/auth/role.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { excludedSql } from '../../../companies/company.policy.js';
import type { Award } from '../award.entity.js';
import type { Awarded } from './facts.js';
import { type Span, spanKey } from './judge.js';

// taken before anything is read, in one order: of items first, of members then
const LOCK = `SELECT pg_advisory_xact_lock(key) FROM (
  SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest($1::text[]) name ORDER BY 1) locks`;

/** Who earns points by rules: members who decide nothing about others, and are neither excluded nor suspended. */
export const EARNS = (membership: string, now: string): string =>
  `(${membership}.role IN ('${Role.CUSTOMER}', '${Role.EXPERT}') AND NOT ${excludedSql(membership, now)}
    AND NOT coalesce(${membership}.suspended_until > ${now}, false))`;

const EARNING = `
SELECT m.company_id AS "companyId", m.user_id AS "userId" FROM unnest($1::uuid[], $2::uuid[]) k (company_id, user_id)
JOIN membership m ON m.company_id = k.company_id AND m.user_id = k.user_id JOIN "user" u ON u.id = m.user_id AND u.erased_at IS NULL
WHERE ${EARNS('m', '$3')}`;

const ERASED = `SELECT id FROM "user" WHERE id = ANY ($1::uuid[]) AND erased_at IS NOT NULL`;

const USED = `
SELECT k.place, (SELECT coalesce(sum(a.points), 0)::integer FROM award a WHERE a.company_id = k.company_id AND a.user_id = k.user_id
  AND a.rule = k.rule AND a.standing AND a.at >= k.since AND a.at < k.till) AS points
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) WITH ORDINALITY
  AS k (company_id, user_id, rule, since, till, place)`;

const INSERT = `
INSERT INTO award (id, company_id, user_id, rule, cause, points, capped, eligible, parts, votes, standing, idea_id, comment_id, flag_id, challenge_id, at)
SELECT id, "companyId", "userId", rule, cause, points, capped, eligible, parts, votes, true, "ideaId", "commentId", "flagId", "challengeId", at
FROM jsonb_to_recordset($1::jsonb) AS a (id uuid, "companyId" uuid, "userId" uuid, rule text, cause text, points integer, capped boolean,
  eligible boolean, parts integer, votes integer, "ideaId" uuid, "commentId" uuid, "flagId" uuid, "challengeId" uuid, at timestamptz)`;

const STAND = `UPDATE award a SET standing = $2, because = k.because FROM unnest($1::uuid[], $3::text[]) k (id, because) WHERE a.id = k.id`;

const pairKey = (companyId: string, userId: string): string => `${companyId}/${userId}`;

/** Who may earn something, and who is gone. */
export interface Standing {
  earns(companyId: string, userId: string): boolean;
  isErased(userId: string): boolean;
}

/** The statements by which awards are settled. */
@Injectable()
export class SettlementQueries {
  constructor(private readonly database: Database) {}

  /** Nobody else settles these, until the transaction ends. */
  async lock(tx: Transaction, names: string[]): Promise<void> {
    if (names.length > 0) await this.database.query(LOCK, [names], tx);
  }

  async standing(tx: Transaction, of: Pick<Award, 'companyId' | 'userId'>[], now: Date): Promise<Standing> {
    const users = of.map(({ userId }) => userId);
    const rows = await this.database.query<Awarded>(EARNING, [of.map(({ companyId }) => companyId), users, now], tx);
    const earning = new Set(rows.map(({ companyId, userId }) => pairKey(companyId, userId)));
    const gone = await this.database.query<{ id: string }>(ERASED, [users], tx);
    const erased = new Set(gone.map(({ id }) => id));
    return {
      earns: (companyId, userId) => earning.has(pairKey(companyId, userId)),
      isErased: (userId) => erased.has(userId),
    };
  }

  /** Points that stand in these spans. */
  async used(tx: Transaction, spans: Span[]): Promise<Map<string, number>> {
    const unique = [...new Map(spans.map((span) => [spanKey(span), span])).values()];
    if (unique.length === 0) return new Map();
    const columns = (['companyId', 'userId', 'rule', 'from', 'to'] as const).map((name) =>
      unique.map((one) => one[name]),
    );
    const rows = await this.database.query<{ place: string; points: number }>(USED, columns, tx);
    return new Map(rows.map(({ place, points }) => [spanKey(unique[Number(place) - 1]!), points]));
  }

  async insert(tx: Transaction, awards: Omit<Award, 'standing' | 'because'>[]): Promise<void> {
    if (awards.length > 0) await this.database.query(INSERT, [JSON.stringify(awards)], tx);
  }

  async stand(tx: Transaction, awards: Pick<Award, 'id' | 'because'>[], standing: boolean): Promise<void> {
    if (awards.length === 0) return;
    const params = [awards.map(({ id }) => id), standing, awards.map(({ because }) => because)];
    await this.database.query(STAND, params, tx);
  }
}

/** For how many votes an award `a` is; where a process of before the column has written it, by its cause. */
export const VOTES = `coalesce(a.votes, CASE a.rule WHEN 'FIRST_VOTE' THEN 1 WHEN 'VOTES' THEN split_part(a.cause, ':', 3)::integer END)`;

/** What is read of an award `a` to be settled. */
export const AWARDED = `a.id, a.company_id AS "companyId", a.user_id AS "userId", a.rule, a.cause, a.points, a.standing, a.because,
  a.challenge_id AS "challengeId", a.at`;
