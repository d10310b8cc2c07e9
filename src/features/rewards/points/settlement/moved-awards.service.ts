import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { type ScoreChange, ScoresService } from '../../scores/scores.service.js';
import { SettlementQueries } from './settlement.queries.js';

/** What an idea and its comments have earned; comments are found by their threads. */
const MOVE = `
WITH comments AS (
  SELECT id FROM comment WHERE idea_id = $1 AND parent_id IS NULL
  UNION ALL SELECT r.id FROM comment c JOIN comment r ON r.root_id = c.id WHERE c.idea_id = $1 AND c.parent_id IS NULL
), mine AS (
  SELECT id, challenge_id AS before FROM award WHERE idea_id = $1 AND comment_id IS NULL
  UNION ALL SELECT a.id, a.challenge_id FROM comments c JOIN award a ON a.comment_id = c.id
), moved AS (
  UPDATE award a SET challenge_id = $2 FROM mine WHERE a.id = mine.id AND a.challenge_id IS DISTINCT FROM $2
  RETURNING a.company_id, a.user_id, a.at, a.points, a.rule, a.standing, mine.before
)
SELECT company_id AS "companyId", user_id AS "userId", at, points, rule, before FROM moved WHERE standing AND points > 0`;

/** Awards of ideas that go to another challenge, whose leaderboard they then count in. */
@Injectable()
export class MovedAwards {
  constructor(
    private readonly database: Database,
    private readonly queries: SettlementQueries,
    private readonly scores: ScoresService,
  ) {}

  async move(tx: Transaction, ideaId: string, challengeId: string | null): Promise<void> {
    await this.queries.lock(tx, [`settle:${ideaId}`]);
    const rows = await this.database.query<ScoreChange & { before: string | null }>(MOVE, [ideaId, challengeId], tx);
    const changes = rows.flatMap(({ before, points, ...rest }) => [
      { ...rest, challengeId: before, points: -points },
      { ...rest, challengeId, points },
    ]);
    await this.scores.add(tx, changes);
  }
}
