import { Injectable } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Database } from '../../../../shared/database/database.js';
import type { Locale } from '../../../../shared/errors/locale.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { RateLimits } from '../../../../shared/ratelimit/rate-limits.js';
import { CSV_START, csvLine } from '../../../../shared/text/csv.js';
import { MembershipsService } from '../../../companies/memberships.service.js';

/** Which claims are exported, as JSON. */
export class ClaimsExportInput {
  @IsId()
  companyId!: string;

  @IsOptional()
  @IsId()
  challengeId?: string | null;
}

const EXPORTS = { name: 'prize-export', points: 20, seconds: 3600 };
/** Read at a time, so that the longest export needs no more memory than a short one. */
const PART = 500;

/** The columns of the table. Where prizes go is not among them. */
const COLUMNS = [
  ...['claim_id', 'challenge', 'place', 'prize', 'kind', 'amount_minor', 'currency', 'points', 'share_basis_points'],
  ...['idea_id', 'user_id', 'winner', 'state', 'won_at', 'due_at', 'accepted_at', 'sent_at', 'received_at'],
];
const ROWS = `
SELECT c.id AS claim_id, h.title AS challenge, p.place, p.title AS prize, c.kind, c.amount_minor, c.currency, c.points, c.share_basis_points,
  w.idea_id, c.user_id, u.display_name AS winner, c.state, c.created_at AS won_at, c.due_at, c.accepted_at, c.sent_at, c.received_at
FROM prize_claim c JOIN winner w ON w.id = c.winner_id JOIN prize p ON p.id = w.prize_id
JOIN challenge h ON h.id = c.challenge_id JOIN "user" u ON u.id = c.user_id
WHERE c.company_id = $1 AND ($2::uuid IS NULL OR c.challenge_id = $2) AND c.id > $3 ORDER BY c.id LIMIT ${PART}`;

type Cell = string | number | Date | null;

/** Who won what and whether they have it, as a table to take away. That somebody took it is an act of the staff, too. */
@Injectable()
export class ClaimsExport {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
  ) {}

  /** @throws DomainError as `require`, RATE_LIMITED */
  async start(viewer: Viewer, { companyId, challengeId = null }: ClaimsExportInput, locale: Locale) {
    await this.limits.take(EXPORTS, viewer.userId);
    const slug = await this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'challenge.manage', tx);
      const about = { subject: AuditSubject.COMPANY, subjectId: companyId, is: { challengeId } };
      await this.audit.record(tx, viewer, access, { action: 'prize.export', ...about });
      return access.company.slug;
    });
    return { slug, lines: this.lines(companyId, challengeId, locale) };
  }

  private async *lines(companyId: string, challengeId: string | null, locale: Locale): AsyncIterable<string> {
    yield CSV_START + csvLine(COLUMNS, locale);
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.query<Record<string, Cell>>(ROWS, [companyId, challengeId, after]);
      const cells = rows.map((row) => COLUMNS.map((name) => textOf(row[name]!)));
      yield cells.map((row) => csvLine(row, locale)).join('');
      if (rows.length < PART) return;
      after = rows.at(-1)!.claim_id as string;
    }
  }
}

const textOf = (cell: Cell): string | null =>
  cell instanceof Date ? cell.toISOString() : cell === null ? null : `${cell}`;
