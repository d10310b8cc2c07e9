import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database } from '../../../../shared/database/database.js';
import type { Locale } from '../../../../shared/errors/locale.js';
import { RateLimits } from '../../../../shared/ratelimit/rate-limits.js';
import { CSV_START, csvLine } from '../../../../shared/text/csv.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import type { RedemptionExportInput } from './redemption-export.input.js';

const EXPORTS = { name: 'redemption-export', points: 20, seconds: 3600 };
/** Read at a time, so that the longest export needs no more memory than a short one. */
const PART = 500;
const COLUMNS = [
  ...['requested_at', 'redemption_id', 'state', 'fulfilled_at', 'ended_at', 'ended'],
  ...['reward_id', 'reward', 'points', 'gift', 'member_id', 'member'],
] as const;

const PAGE = `
SELECT r.requested_at, r.id AS redemption_id, r.state, r.fulfilled_at, r.ended_at, r.ended, w.id AS reward_id, w.title AS reward,
  r.points::text, (r.granted_by_id IS NOT NULL)::text AS gift, u.id AS member_id, u.display_name AS member
FROM redemption r JOIN reward w ON w.id = r.reward_id JOIN "user" u ON u.id = r.user_id
WHERE r.company_id = $1 AND r.requested_at < $2 AND ($3::timestamptz IS NULL OR r.requested_at >= $3) AND ($4::text IS NULL OR r.state = $4)
  AND ($5::timestamptz IS NULL OR (r.requested_at, r.id) < ($5, $6::uuid))
ORDER BY r.requested_at DESC, r.id DESC LIMIT ${PART}`;

type Line = Record<(typeof COLUMNS)[number], string | Date | null>;

/** What members have redeemed, as a table to take away: no address, no code, no word that was said about it. */
@Injectable()
export class RedemptionExport {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * All up to now that was asked for, the latest first.
   * @throws DomainError as `require`, RATE_LIMITED
   */
  async start(
    viewer: Viewer,
    input: RedemptionExportInput,
    locale: Locale,
  ): Promise<{ slug: string; lines: AsyncIterable<string> }> {
    await this.limits.take(EXPORTS, viewer.userId);
    const now = this.clock.now();
    const { companyId, from, to, state } = input;
    const slug = await this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'reward.manage', tx);
      const is = { from, to, state };
      const act = { action: 'redemption.export', subject: AuditSubject.COMPANY, subjectId: companyId, is } as const;
      await this.audit.record(tx, viewer, access, act);
      return access.company.slug;
    });
    return { slug, lines: this.lines([companyId, to && to < now ? to : now, from ?? null, state ?? null], locale) };
  }

  private async *lines(filter: unknown[], locale: Locale): AsyncIterable<string> {
    yield CSV_START + csvLine(COLUMNS, locale);
    for (let after: unknown[] = [null, null]; ;) {
      const rows: Line[] = await this.database.query<Line>(PAGE, [...filter, ...after]);
      yield rows
        .map((row) =>
          csvLine(
            COLUMNS.map((name) => cellOf(row[name])),
            locale,
          ),
        )
        .join('');
      const last = rows.at(-1);
      if (rows.length < PART || !last) return;
      after = [last.requested_at, last.redemption_id];
    }
  }
}

const cellOf = (value: string | Date | null): string | null => (value instanceof Date ? value.toISOString() : value);
