import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Database } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import type { Locale } from '../../../../shared/errors/locale.js';
import { RateLimits } from '../../../../shared/ratelimit/rate-limits.js';
import { CSV_START, csvLine } from '../../../../shared/text/csv.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import type { LedgerExportInput } from './ledger-export.input.js';

const EXPORTS = { name: 'ledger-export', points: 20, seconds: 3600 };
/** Read at a time, so that the longest export needs no more memory than a short one. */
const PART = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const HEAD = [
  ...[
    'transaction_id',
    'at',
    'kind',
    'cause',
    'step',
    'rule',
    'because',
    'points',
    'from',
    'from_member_id',
    'from_member',
  ],
  ...['to', 'to_member_id', 'to_member', 'actor_id', 'idea_id', 'comment_id', 'challenge_id'],
];

/** The next transactions by id, each with where its points came from and went to: read by their ids, never all before. */
const ROWS = `
SELECT t.id, t.at, t.kind, t.cause, t.step::text AS step, t.rule, t.because, e.amount::text AS points, f.kind AS "from",
  f.user_id AS "fromMemberId", CASE WHEN fu.erased_at IS NULL THEN fu.display_name END AS "fromMember", o.kind AS "to",
  o.user_id AS "toMemberId", CASE WHEN tu.erased_at IS NULL THEN tu.display_name END AS "toMember", t.actor_id AS "actorId",
  t.idea_id AS "ideaId", t.comment_id AS "commentId", t.challenge_id AS "challengeId"
FROM (
  SELECT * FROM ledger_transaction WHERE company_id = $1 AND id > $2 AND id < $3
    AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5) ORDER BY id LIMIT ${PART}
) t
JOIN ledger_entry e ON e.transaction_id = t.id AND e.amount > 0 JOIN ledger_account o ON o.id = e.account_id LEFT JOIN "user" tu ON tu.id = o.user_id
JOIN ledger_entry d ON d.transaction_id = t.id AND d.amount < 0 JOIN ledger_account f ON f.id = d.account_id LEFT JOIN "user" fu ON fu.id = f.user_id
ORDER BY t.id`;

/** As HEAD has it. */
const COLUMNS = [
  ...([
    'id',
    'at',
    'kind',
    'cause',
    'step',
    'rule',
    'because',
    'points',
    'from',
    'fromMemberId',
    'fromMember',
  ] as const),
  ...(['to', 'toMemberId', 'toMember', 'actorId', 'ideaId', 'commentId', 'challengeId'] as const),
];
type Row = Record<Exclude<(typeof COLUMNS)[number], 'at'>, string | null> & { id: string; at: Date };

/** The ledger of a company, as a table to take away: figures and ids, and the members' names of now. */
@Injectable()
export class LedgerExport {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
  ) {}

  /**
   * All that was posted up to now, in that order.
   * @throws DomainError as `require`, RATE_LIMITED
   */
  async start(
    viewer: Viewer,
    input: LedgerExportInput,
    locale: Locale,
  ): Promise<{ slug: string; lines: AsyncIterable<string> }> {
    await this.limits.take(EXPORTS, viewer.userId);
    const { companyId, from = null, to = null } = input;
    const slug = await this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const act = { action: 'rewards.export', subject: AuditSubject.COMPANY, subjectId: companyId } as const;
      await this.audit.record(tx, viewer, access, { ...act, is: { from, to } });
      return access.company.slug;
    });
    return { slug, lines: this.lines([newId(), from, to], companyId, locale) };
  }

  private async *lines(within: unknown[], companyId: string, locale: Locale): AsyncIterable<string> {
    yield CSV_START + csvLine(HEAD, locale);
    for (let after = FIRST; ;) {
      const rows = await this.database.query<Row>(ROWS, [companyId, after, ...within]);
      yield rows.map((row) => csvLine(cellsOf(row), locale)).join('');
      if (rows.length < PART) return;
      after = rows.at(-1)!.id;
    }
  }
}

const cellsOf = (row: Row): (string | null)[] =>
  COLUMNS.map((name) => (name === 'at' ? row.at.toISOString() : row[name]));
