import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { RewardRule } from '../rules/reward-rule.entity.js';
import { type Awarded, BECAUSE, type Finding, notAfter } from './facts.js';
import { AWARDED } from './settlement.queries.js';

/**
 * Of reports by members: whether a person found them right, and whether the reported idea was merged into another by the
 * review that they are part of, and they were the first in it. What a machine decided says nothing of who was right.
 */
const FLAGS = `
SELECT f.id, f.company_id AS "companyId", f.flagger_id AS "flaggerId", coalesce(f.idea_id, c.idea_id) AS "ideaId", f.comment_id AS "commentId",
  coalesce(i.challenge_id, ci.challenge_id) AS "challengeId", f.decided_at AS "decidedAt",
  f.state = 'UPHELD' AND r.decided_by_id IS NOT NULL AS upheld,
  f.state = 'REJECTED' AND EXISTS (SELECT FROM decision d WHERE d.review_id = f.review_id AND d.act = 'MERGE' AND d.undone_at IS NULL)
    AND NOT EXISTS (SELECT FROM flag e WHERE e.review_id = f.review_id AND e.flagger_id IS NOT NULL AND e.state = 'REJECTED'
      AND (e.created_at, e.id) < (f.created_at, f.id)) AS similar
FROM flag f JOIN review r ON r.id = f.review_id
LEFT JOIN idea i ON i.id = f.idea_id LEFT JOIN comment c ON c.id = f.comment_id LEFT JOIN idea ci ON ci.id = c.idea_id
WHERE f.id = ANY ($1::uuid[]) AND f.flagger_id IS NOT NULL`;

const PLACES = `SELECT DISTINCT coalesce(f.idea_id, c.idea_id, f.id) AS id FROM flag f LEFT JOIN comment c ON c.id = f.comment_id
WHERE f.id = ANY ($1::uuid[])`;

const AWARDS = `SELECT ${AWARDED} FROM award a WHERE a.flag_id = ANY ($1::uuid[])`;

/** What a report is about: one of these. */
export interface Reported {
  ideaId: string | null;
  commentId: string | null;
  profileId: string | null;
}

interface FlagRow {
  id: string;
  companyId: string;
  flaggerId: string;
  ideaId: string | null;
  commentId: string | null;
  challengeId: string | null;
  decidedAt: Date;
  upheld: boolean;
  similar: boolean;
}

/** What is so of reports that earns those points who made them. */
@Injectable()
export class FlagFacts {
  constructor(private readonly database: Database) {}

  /** The ideas that are reported, also by their comments: what is to be locked. Of a member's profile: the report. */
  async places(tx: Transaction, flagIds: string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(PLACES, [flagIds], tx);
    return rows.map(({ id }) => id);
  }

  async find(tx: Transaction, flagIds: string[], now: Date): Promise<Finding> {
    const flags = await this.database.query<FlagRow>(FLAGS, [flagIds], tx);
    const awarded = await this.database.query<Awarded>(AWARDS, [flagIds], tx);
    const facts = flags
      .filter(({ upheld, similar }) => upheld || similar)
      .map(({ id, flaggerId: _, decidedAt, upheld, similar: __, ...of }) => ({
        ...of,
        ...{ flagId: id, votes: null, at: notAfter(decidedAt, now) },
        ...(upheld
          ? { rule: RewardRule.FLAG_UPHELD, key: `flag:${id}` }
          : { rule: RewardRule.SIMILAR_FOUND, key: `similar:${id}` }),
      }));
    const byId = new Map(flags.map((flag) => [flag.id, flag]));
    return {
      facts,
      awarded,
      because: () => BECAUSE.DECISION_UNDONE,
      people: (fresh) =>
        Promise.resolve(
          new Map(fresh.map((fact) => [fact, [{ userId: byId.get(fact.flagId!)!.flaggerId, parts: 1 }]])),
        ),
    };
  }

  /** All reports of an item, or a member. */
  async of(tx: Transaction, companyId: string, { ideaId, commentId, profileId }: Reported): Promise<string[]> {
    const column = commentId ? 'comment_id' : profileId ? 'profile_id' : 'idea_id';
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM flag WHERE company_id = $1 AND ${column} = $2`,
      [companyId, commentId ?? profileId ?? ideaId],
      tx,
    );
    return rows.map(({ id }) => id);
  }
}
