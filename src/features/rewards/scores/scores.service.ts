import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { RewardRule } from '../points/rules/reward-rule.entity.js';
import { isSeen } from '../points/rules/reward-rule.policy.js';

/** Points that an award has begun or ceased to give. */
export interface ScoreChange {
  companyId: string;
  userId: string;
  /** null: of the idea box, or of no idea */
  challengeId: string | null;
  /** the moment of the fact */
  at: Date;
  /** negative where it has ceased */
  points: number;
  rule: RewardRule;
}

/** The scope of everything. */
export const ALL = 'ALL';
/** The scope of the month of a moment, UTC. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

// in one order, so that two who write at once wait for each other and never both
const ADD = `
INSERT INTO score (company_id, scope, user_id, points)
SELECT company_id, scope, user_id, sum(points)::integer FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::integer[]) AS t (company_id, scope, user_id, points)
GROUP BY company_id, scope, user_id ORDER BY company_id, scope, user_id
ON CONFLICT (company_id, scope, user_id) DO UPDATE SET points = score.points + excluded.points`;

/** Sums of the standing awards that others may know of, kept with each award in its transaction: what leaderboards are ordered by. */
@Injectable()
export class ScoresService {
  constructor(private readonly database: Database) {}

  /** Adds up what has changed. One statement, however many. */
  async add(tx: Transaction, changes: ScoreChange[]): Promise<void> {
    const rows = changes
      .filter(({ points, rule }) => points !== 0 && isSeen(rule))
      .flatMap(({ companyId, userId, challengeId, at, points }) =>
        [ALL, monthOf(at), ...(challengeId ? [challengeId] : [])].map((scope) => ({
          companyId,
          scope,
          userId,
          points,
        })),
      );
    if (rows.length === 0) return;
    const columns = (['companyId', 'scope', 'userId', 'points'] as const).map((name) => rows.map((row) => row[name]));
    await this.database.query(ADD, columns, tx);
  }
}
