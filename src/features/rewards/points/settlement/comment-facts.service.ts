import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { CommentVisibility } from '../../../comments/comment.entity.js';
import { RewardRule } from '../rules/reward-rule.entity.js';
import { isExcludedVoice } from '../../exclusions.js';
import { type Awarded, BECAUSE, causeOf, type Fact, type Finding, notAfter } from './facts.js';
import { AWARDED } from './settlement.queries.js';

/** A comment, and whose appreciation of it is looked at; null: everybody's. */
export interface Appreciated {
  commentId: string;
  byId: string | null;
}

/** Of each comment also whom it answers: another's comment, or the idea. */
const COMMENTS = `
SELECT c.id, c.company_id AS "companyId", c.idea_id AS "ideaId", i.challenge_id AS "challengeId", c.author_id AS "authorId", c.visibility,
  coalesce(p.author_id, i.author_id) AS "answeredId"
FROM comment c JOIN idea i ON i.id = c.idea_id LEFT JOIN comment p ON p.id = c.parent_id WHERE c.id = ANY ($1::uuid[])`;

const PLACES = `SELECT DISTINCT coalesce(c.idea_id, k.id) AS id FROM unnest($1::uuid[]) k (id) LEFT JOIN comment c ON c.id = k.id`;

const APPRECIATIONS = `
SELECT a.comment_id AS "commentId", a.user_id AS "byId", a.created_at AS at
FROM unnest($1::uuid[], $2::uuid[]) k (comment_id, by_id)
JOIN comment_appreciation a ON a.comment_id = k.comment_id AND (k.by_id IS NULL OR a.user_id = k.by_id)
WHERE NOT ${isExcludedVoice('a.company_id', 'a.user_id', '$3')}`;

const AWARDS = `SELECT ${AWARDED}, a.comment_id AS "commentId" FROM award a
WHERE a.comment_id = ANY ($1::uuid[]) AND a.flag_id IS NULL
UNION ALL SELECT ${AWARDED}, a.comment_id AS "commentId" FROM award a
JOIN unnest($2::uuid[], $3::text[]) k (company_id, cause) ON a.company_id = k.company_id AND a.cause = k.cause`;

interface CommentRow {
  id: string;
  companyId: string;
  ideaId: string;
  challengeId: string | null;
  authorId: string;
  visibility: CommentVisibility;
  answeredId: string;
}

type CommentAward = Awarded & { commentId: string };

const appreciatedKey = (commentId: string, byId: string): string => `appreciated:${commentId}:${byId}`;
const answerKey = (commentId: string): string => `answer:${commentId}`;

/** What is so of comments that earns their authors points. */
@Injectable()
export class CommentFacts {
  constructor(private readonly database: Database) {}

  /** Where the comments are: what is to be locked. */
  async places(tx: Transaction, commentIds: string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(PLACES, [commentIds], tx);
    return rows.map(({ id }) => id);
  }

  /** Of one person's appreciation of a comment nothing is read but that: however many appreciate it. */
  async find(tx: Transaction, asked: Appreciated[], now: Date): Promise<Finding> {
    const ids = asked.map(({ commentId }) => commentId);
    const rows = await this.database.query<CommentRow>(COMMENTS, [ids], tx);
    const comments = new Map(rows.map((row) => [row.id, row]));
    const params = [ids, asked.map(({ byId }) => byId), now];
    const found = await this.database.query<{ commentId: string; byId: string; at: Date }>(APPRECIATIONS, params, tx);
    const facts = found.flatMap(({ commentId, byId, at }) =>
      factsOf(comments.get(commentId)!, byId, notAfter(at, now)),
    );
    const whole = asked.flatMap(({ commentId, byId }) => (byId ? [] : [commentId]));
    const causes = asked.flatMap(({ commentId, byId }) => (byId ? causesOf(comments.get(commentId), byId) : []));
    const awarded = await this.database.query<CommentAward>(
      AWARDS,
      [whole, causes.map(({ companyId }) => companyId), causes.map(({ cause }) => cause)],
      tx,
    );
    return {
      facts,
      awarded,
      because: (award) => becauseOf(comments.get((award as CommentAward).commentId)),
      people: (fresh) =>
        Promise.resolve(
          new Map(fresh.map((fact) => [fact, [{ userId: comments.get(fact.commentId!)!.authorId, parts: 1 }]])),
        ),
    };
  }
}

/** Appreciating what one wrote oneself earns nothing. */
function factsOf(comment: CommentRow, byId: string, at: Date): Fact[] {
  const { id, companyId, challengeId, ideaId, authorId, visibility, answeredId } = comment;
  if (visibility !== CommentVisibility.PUBLISHED || byId === authorId) return [];
  const of = { companyId, challengeId, ideaId, commentId: id, flagId: null, votes: null, at };
  return [
    { ...of, rule: RewardRule.COMMENT_APPRECIATED, key: appreciatedKey(id, byId) },
    ...(byId === answeredId ? [{ ...of, rule: RewardRule.ANSWER_GIVEN, key: answerKey(id) }] : []),
  ];
}

/** Of the awards that one person's appreciation has to do with. */
function causesOf(comment: CommentRow | undefined, byId: string): { companyId: string; cause: string }[] {
  if (!comment) return [];
  const { id, companyId, authorId, answeredId } = comment;
  const keys = [appreciatedKey(id, byId), ...(byId === answeredId ? [answerKey(id)] : [])];
  return keys.map((key) => ({ companyId, cause: causeOf(key, authorId) }));
}

function becauseOf(comment: CommentRow | undefined): string {
  if (comment?.visibility === CommentVisibility.DELETED) return BECAUSE.WITHDRAWN;
  return comment?.visibility === CommentVisibility.PUBLISHED ? BECAUSE.UNAPPRECIATED : BECAUSE.HIDDEN;
}
