import { Injectable } from '@nestjs/common';
import type { Role } from '../../../shared/auth/role.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Decision } from '../decisions/decision.entity.js';
import { needsGround } from '../decisions/decision.policy.js';
import type { Grounds } from '../decisions/grounds.js';
import type { Raised } from '../flags/flag-writer.js';
import { LogEvent } from './log-entry.entity.js';
import { lineOf, ModerationLog, type NewLine } from './moderation-log.service.js';

/** What becomes of notices, as the log says it. */
type Outcome = 'ACTED_ON' | 'NOT_ACTED_ON' | 'GONE';

/** Lines about notices of illegal content: when they came, and what became of them. Each as the last lock. */
@Injectable()
export class NoticeLog {
  constructor(
    private readonly database: Database,
    private readonly log: ModerationLog,
  ) {}

  async received(tx: Transaction, { flag }: Raised): Promise<void> {
    const { id: noticeId, companyId, kind, createdAt: at } = flag;
    const line = { ...UNDECIDED, at, entry: LogEvent.NOTICE_RECEIVED, kind, noticeId, outcome: null };
    await this.log.add(tx, companyId, [line]);
  }

  /** A decision that closed a review settles the notices in it. @param confirmed when, by whom, of an automatic one */
  async settled(
    tx: Transaction,
    decision: Decision,
    grounds: Grounds,
    confirmed?: { at: Date; role: Role },
  ): Promise<void> {
    const notices = await this.database.query<{ id: string }>(
      `SELECT id FROM flag WHERE review_id = $1 AND flagger_id IS NULL AND state IN ('UPHELD', 'REJECTED') ORDER BY id`,
      [decision.reviewId],
      tx,
    );
    if (notices.length === 0) return;
    const outcome: Outcome = needsGround(decision.act) ? 'ACTED_ON' : 'NOT_ACTED_ON';
    const news = { entry: LogEvent.NOTICE_SETTLED, at: decision.createdAt, outcome, ...confirmed };
    const line = { ...lineOf(decision, grounds, news), ...(confirmed && { automatic: false }) };
    await this.log.add(
      tx,
      decision.companyId,
      notices.map(({ id: noticeId }) => ({ ...line, noticeId })),
    );
  }

  /** Its author took the item back before anybody decided. */
  async gone(tx: Transaction, reviewIds: string[], at: Date): Promise<void> {
    if (reviewIds.length === 0) return;
    const rows = await this.database.query<Pick<NewLine, 'kind' | 'noticeId'> & { companyId: string }>(
      `SELECT f.company_id AS "companyId", f.kind, f.id AS "noticeId" FROM flag f
       WHERE f.review_id = ANY ($1::uuid[]) AND f.flagger_id IS NULL AND f.state = 'GONE' ORDER BY f.id`,
      [reviewIds],
      tx,
    );
    if (rows.length === 0) return;
    const outcome: Outcome = 'GONE';
    const facts = { ...UNDECIDED, at, entry: LogEvent.NOTICE_SETTLED, outcome };
    const lines = rows.map(({ companyId: _, ...row }) => ({ ...facts, ...row }));
    await this.log.add(tx, rows[0]!.companyId, lines);
  }
}

/** Of lines where nothing was decided; what was noticed nobody could prove, so no hash of it is told. */
const UNDECIDED = {
  ...{ decisionId: null, act: null, rule: null, basis: null, foundBy: null },
  ...{ automatic: false, role: null, endsAt: null, contentHash: '' },
};
