import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Schedule } from '../../../shared/jobs/job-handler.js';
import type { FlagState } from '../flags/flag.entity.js';
import { type NoticeOutcome, NoticeState, type NoticeStatus } from './notice.types.js';
import { hashOf } from './notice-writer.js';

type Row = Pick<NoticeStatus, 'flagId' | 'kind' | 'filedAt'> & {
  flag: FlagState;
  outcome: (Omit<NoticeOutcome, 'decidedAt'> & { decidedAt: string }) | null;
};

// the decision that holds; where it was taken back, it waits again
const STATUS = `
SELECT f.id AS "flagId", f.kind, n.created_at AS "filedAt", f.state AS flag, (
  SELECT json_build_object('act', d.act, 'automatic', d.automatic, 'decidedAt', d.created_at,
    'ground', coalesce(d.legal_ground, rule.title))
  FROM decision d LEFT JOIN rule ON rule.id = d.rule_id WHERE d.review_id = f.review_id AND d.undone_at IS NULL
  ORDER BY d.created_at DESC, d.id DESC LIMIT 1
) AS outcome
FROM notice n JOIN flag f ON f.id = n.flag_id WHERE n.token_hash = $1`;

/** as long as who wrote the item may appeal, and a while */
const KEPT = '8 months';

const FORGET = `
WITH old AS (
  DELETE FROM notice n USING flag f, review r WHERE f.id = n.flag_id AND r.id = f.review_id
    AND r.state <> 'PENDING' AND r.decided_at < $1::timestamptz - $2::interval
    AND NOT EXISTS (SELECT FROM appeal a WHERE a.flag_id = n.flag_id AND a.state = 'OPEN')
  RETURNING n.flag_id
), noted AS (
  UPDATE flag f SET note = NULL FROM old WHERE f.id = old.flag_id
) UPDATE appeal a SET text = '' FROM old WHERE a.flag_id = old.flag_id`;

/** Notices as whoever has the receipt reads them. */
@Injectable()
export class NoticesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async byToken(token: string): Promise<NoticeStatus> {
    const [row] = await this.database.query<Row>(STATUS, [hashOf(token)]);
    if (!row) throw commonErrors.NOT_FOUND();
    const { flagId, kind, filedAt, outcome } = row;
    const state = stateOf(row);
    const decided = state === NoticeState.ACTED_ON || state === NoticeState.NOT_ACTED_ON;
    if (!outcome || !decided) return { flagId, kind, filedAt, state, outcome: null };
    return { flagId, kind, filedAt, state, outcome: { ...outcome, decidedAt: new Date(outcome.decidedAt) } };
  }

  /** Who notified, and what they wrote, is not kept longer than needed; nor forgotten while their complaint waits. */
  @Schedule('remove-old-notices', '41 3 * * *')
  async removeOld(): Promise<void> {
    await this.database.query(FORGET, [this.clock.now(), KEPT]);
  }
}

function stateOf({ flag }: Row): NoticeState {
  if (flag === 'UPHELD') return NoticeState.ACTED_ON;
  if (flag === 'REJECTED') return NoticeState.NOT_ACTED_ON;
  return flag === 'GONE' ? NoticeState.GONE : NoticeState.RECEIVED;
}
