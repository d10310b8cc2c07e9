import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { type HeldPost, ReviewDesk } from '../../ideas/review-desk.port.js';
import { ReviewPriority } from './review-priority.service.js';
import { dueAfter, languageOf } from './review.policy.js';
import { NoticeLog } from '../log/notice-log.js';

/** With the review that waits, whether it is new or not; of each kind the latest. */
const KEEP_REASONS = `INSERT INTO review_reason (review_id, company_id, code, score, detail, created_at)
  SELECT r.id, r.company_id, f.code, f.score, f.detail, $6::timestamptz
  FROM review r, unnest($3::text[], $4::real[], $5::text[]) f (code, score, detail)
  WHERE r.state = 'PENDING' AND (r.idea_id = $1::uuid OR r.comment_id = $2::uuid OR (r.company_id = $7 AND r.profile_id = $8::uuid))
  ON CONFLICT (review_id, code) DO UPDATE
  SET score = excluded.score, detail = excluded.detail, created_at = excluded.created_at
  RETURNING review_id AS id`;

/** Takes in what other features hold; knows nothing of them, so that they can ask for it. */
@Injectable()
export class QueuedReviewDesk extends ReviewDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notices: NoticeLog,
    private readonly priority: ReviewPriority,
  ) {
    super();
  }

  override async hold(tx: Transaction, post: HeldPost): Promise<void> {
    const { companyId, kind, commentId = null, profileId = null, authorId, reason, reasons } = post;
    const ideaId = kind === 'IDEA' ? post.ideaId : null; // a comment's idea is not what is reviewed
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO review (id, company_id, kind, idea_id, comment_id, profile_id, author_id, reason, state, created_at, due_at, rank_at, language)
       VALUES ($1, $2, $3, $4, $5, $10, $6, $7, 'PENDING', $8, $9, $9, ${languageOf('$4', '$5')}) ON CONFLICT DO NOTHING`,
      [newId(), companyId, kind, ideaId, commentId, authorId, reason, now, dueAfter(now), profileId],
      tx,
    );
    if (reasons.length === 0) return;
    const [codes, scores] = [reasons.map(({ code }) => code), reasons.map(({ score }) => score)];
    const details = reasons.map(({ detail }) => detail);
    const found = [codes, scores, details, now];
    const params = [ideaId, commentId, ...found, companyId, profileId];
    const [review] = await this.database.query<{ id: string }>(KEEP_REASONS, params, tx);
    if (review) await this.priority.rank(tx, review.id);
  }

  override async changeIdea(tx: Transaction, ideaId: string): Promise<void> {
    await this.change(tx, 'IDEA', ideaId);
  }

  override async changeComment(tx: Transaction, commentId: string): Promise<void> {
    await this.change(tx, 'COMMENT', commentId);
  }

  override async changeProfile(tx: Transaction, userId: string): Promise<void> {
    await this.database.query(
      `UPDATE review SET version = version + 1 WHERE profile_id = $1 AND state = 'PENDING'
         AND company_id IN (SELECT company_id FROM membership WHERE user_id = $1)`,
      [userId],
      tx,
    );
  }

  override async dropIdea(tx: Transaction, ideaId: string): Promise<void> {
    await this.drop(tx, 'idea_id', ideaId);
  }

  override async dropComment(tx: Transaction, commentId: string): Promise<void> {
    await this.drop(tx, 'comment_id', commentId);
  }

  /** Who has seen the text before does not decide about it; what a moderator had asked to change waits again. */
  private async change(tx: Transaction, kind: 'IDEA' | 'COMMENT', id: string): Promise<void> {
    const item = kind === 'IDEA' ? 'idea' : 'comment';
    const now = this.clock.now();
    await this.database.query(
      `WITH changed AS (UPDATE review SET version = version + 1 WHERE ${item}_id = $3 AND state = 'PENDING'),
       appealed AS (
         UPDATE appeal a SET version = a.version + 1 FROM decision d WHERE d.id = a.decision_id AND d.${item}_id = $3 AND a.state = 'OPEN'
       )
       INSERT INTO review (id, company_id, kind, ${item}_id, author_id, reason, state, created_at, due_at, rank_at, language)
       SELECT $1, i.company_id, $2, i.id, i.author_id, i.hold_reason, 'PENDING', $4, $5, $5, i.language FROM ${item} i
       WHERE i.id = $3 AND i.visibility = 'HELD' AND i.hold_reason = 'EDIT_REQUESTED' ON CONFLICT DO NOTHING`,
      [newId(), kind, id, now, dueAfter(now)],
      tx,
    );
  }

  private async drop(tx: Transaction, column: 'idea_id' | 'comment_id', id: string): Promise<void> {
    const now = this.clock.now();
    const dropped = await this.database.query<{ id: string }>(
      `WITH dropped AS (
         UPDATE review SET state = 'WITHDRAWN', decided_at = $2, version = version + 1 WHERE ${column} = $1 AND state = 'PENDING' RETURNING id
       ), gone AS (
         UPDATE flag SET state = 'GONE', decided_at = $2 FROM dropped WHERE review_id = dropped.id AND flag.state = 'OPEN'
       ) SELECT id FROM dropped`,
      [id, now],
      tx,
    );
    await this.notices.gone(
      tx,
      dropped.map(({ id: reviewId }) => reviewId),
      now,
    );
  }
}
