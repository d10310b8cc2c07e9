import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import type { EntityColumns, Row } from '../../../../shared/database/entity-columns.js';
import { type Challenge, WinnersBy } from '../../../challenges/challenge.entity.js';
import { Prize } from '../../../challenges/prize.entity.js';
import type { WinnerBar } from './winner.entity.js';
import { barSql, openPrizeSql } from './winner.policy.js';

/** An idea of a challenge, as the terms value it. */
export interface Contender {
  ideaId: string;
  /** votes for it less those against it */
  score: number;
  /** experts who chose it */
  jurors: number;
  /** why it cannot win */
  bar: WinnerBar | null;
}

/** Which contenders are asked for. */
interface Wanted {
  most: number;
  /** without those that cannot win */
  able: boolean;
  /** a part of the title */
  text?: string | null;
  tx?: Transaction;
}

/** Among the chosen ideas of a jury one that was merged counts where it is now, once for each expert. */
const JURORS = `SELECT coalesce(i.merged_into_id, i.id) AS idea_id, count(DISTINCT c.juror_id)::integer AS jurors
  FROM jury_choice c JOIN idea i ON i.id = c.idea_id WHERE c.challenge_id = $2 GROUP BY 1`;

/** What has won cannot win again, whatever became of its prize, unless it was removed. */
const BAR = `CASE WHEN EXISTS (SELECT FROM winner w WHERE w.challenge_id = $2 AND w.idea_id = i.id AND w.revoked_at IS NULL
  AND w.announced_at IS NOT NULL) THEN 'HAS_WON' ELSE ${barSql('$3')} END`;

const contenders = (where: string, order: string): string => `
WITH jury AS (${JURORS})
SELECT i.id AS "ideaId", t.score, coalesce(j.jurors, 0) AS jurors, ${BAR} AS bar
FROM idea_tally t JOIN idea i ON i.id = t.idea_id LEFT JOIN jury j ON j.idea_id = i.id
LEFT JOIN membership m ON m.company_id = i.company_id AND m.user_id = i.author_id LEFT JOIN "user" u ON u.id = i.author_id
WHERE t.company_id = $1 AND t.challenge_id = $2 AND ${where}
ORDER BY ${order} LIMIT $4`;

const BY_SCORE = 't.score DESC, t.idea_id DESC';
const BY_JURY = `coalesce(j.jurors, 0) DESC, ${BY_SCORE}`;
const NAMED = `t.listed AND ($5::text IS NULL OR strpos(lower(i.title), lower($5)) > 0)`;

const PEOPLE = `SELECT author_id FROM idea WHERE id = ANY ($1::uuid[])
  UNION SELECT user_id FROM coauthor WHERE idea_id = ANY ($1::uuid[]) AND state = 'ACCEPTED'`;
/** Whom an announcement rests on: nobody hides, suspends or erases them until it is through. */
const LOCKS = [
  'SELECT FROM idea WHERE id = ANY ($1::uuid[]) AND company_id = $2 ORDER BY id FOR SHARE',
  `SELECT FROM membership WHERE user_id IN (${PEOPLE}) AND company_id = $2 ORDER BY id FOR SHARE`,
  `SELECT FROM "user" WHERE id IN (${PEOPLE}) AND $2::uuid IS NOT NULL ORDER BY id FOR SHARE`,
];

/** Of these people those who still run the company, and do until the transaction ends. */
const MANAGERS = `SELECT m.user_id FROM membership m JOIN "user" u ON u.id = m.user_id AND u.erased_at IS NULL
  WHERE m.company_id = $1 AND m.user_id = ANY ($2::uuid[]) AND m.role IN ('MANAGER', 'OWNER')
  AND coalesce(m.suspended_until <= $3, true) ORDER BY m.id FOR SHARE OF m`;

type Where = Pick<Challenge, 'id' | 'companyId' | 'winnersBy'>;

/** Who could win, and what is to be won. */
@Injectable()
export class WinnersQueries {
  private readonly prizes: EntityColumns<Prize>;

  constructor(private readonly database: Database) {
    this.prizes = database.columns(Prize, 'p');
  }

  /** What is public, the best first: as the terms order it, by votes where the company chooses freely. */
  contenders({ id, companyId, winnersBy }: Where, now: Date, { most, able, text, tx }: Wanted): Promise<Contender[]> {
    const where = able ? `${NAMED} AND ${BAR} IS NULL` : NAMED;
    const sql = contenders(where, winnersBy === WinnersBy.JURY ? BY_JURY : BY_SCORE);
    return this.database.query<Contender>(sql, [companyId, id, now, most, text ?? null], tx);
  }

  /** These ideas, as far as they are in the challenge; they and their people stay what they are until the transaction ends. */
  async chosen({ id, companyId }: Where, ideaIds: string[], now: Date, tx: Transaction): Promise<Contender[]> {
    for (const lock of LOCKS) await this.database.query(lock, [ideaIds, companyId], tx);
    const sql = contenders('t.idea_id = ANY ($5::uuid[])', 't.idea_id');
    return this.database.query<Contender>(sql, [companyId, id, now, ideaIds.length, ideaIds], tx);
  }

  /** Whether all of them may choose winners now. */
  async areManagers(tx: Transaction, companyId: string, userIds: string[], now: Date): Promise<boolean> {
    const rows = await this.database.query(MANAGERS, [companyId, userIds, now], tx);
    return rows.length === new Set(userIds).size;
  }

  /** By place, the prizes that nobody holds: not won yet, or nobody accepted them. */
  async openPrizes(challengeId: string, tx?: Transaction): Promise<Prize[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${this.prizes.sql} FROM prize p WHERE p.challenge_id = $1 AND ${openPrizeSql('p')} ORDER BY p.place`,
      [challengeId],
      tx,
    );
    return rows.map((row) => this.prizes.of(row)!);
  }
}
