import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../shared/audit/audit.js';
import { type AuditEntry, AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import { AuditQueries } from '../../../shared/audit/audit.queries.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { CSV_START, csvLine } from '../../../shared/text/csv.js';
import { User } from '../../accounts/user.entity.js';
import { MembershipsService } from '../memberships.service.js';
import type { AuditExportInput } from './audit-export.input.js';

const EXPORTS = { name: 'audit-export', points: 20, seconds: 3600 };
/** Read at a time, so that the longest export needs no more memory than a short one. */
const PART = 500;
const HEAD = [
  ...['at', 'actor_id', 'actor', 'role', 'action', 'subject_kind', 'subject_id'],
  ...['before', 'after', 'reason', 'network', 'request_id', 'entry_id'],
];

/** What the staff did, as a table to take away. That somebody took it is an act of the staff, too. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly queries: AuditQueries,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * All entries up to now that were asked for, the latest first.
   * @throws DomainError as `require`, RATE_LIMITED
   */
  async start(
    viewer: Viewer,
    input: AuditExportInput,
    locale: Locale,
  ): Promise<{ slug: string; lines: AsyncIterable<string> }> {
    await this.limits.take(EXPORTS, viewer.userId);
    const now = this.clock.now();
    const { companyId, from, to, actorId, action, subjectId } = input;
    const slug = await this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const is = { from, to, actorId, action, subjectId };
      const act = { action: 'audit.export', subject: AuditSubject.COMPANY, subjectId: companyId, is } as const;
      await this.audit.record(tx, viewer, access, act);
      return access.company.slug;
    });
    // what is written while it is read has its place before all this
    return { slug, lines: this.lines({ ...input, to: to && to < now ? to : now }, locale) };
  }

  private async *lines(filter: AuditExportInput, locale: Locale): AsyncIterable<string> {
    yield CSV_START + csvLine(HEAD, locale);
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await this.queries.page({ ...filter, first: PART, after });
      const entries = edges.map(({ node }) => node);
      const names = await this.namesOf(entries);
      yield entries.map((entry) => csvLine(cellsOf(entry, names), locale)).join('');
      if (!pageInfo.hasNextPage) return;
      after = pageInfo.endCursor;
    }
  }

  private async namesOf(entries: AuditEntry[]): Promise<Map<string, string>> {
    const ids = [...new Set(entries.map(({ actorId }) => actorId))];
    const users = await this.database.manager.find(User, {
      where: { id: In(ids) },
      select: { id: true, displayName: true },
    });
    return new Map(users.map(({ id, displayName }) => [id, displayName]));
  }
}

const json = (value: object | null): string | null => value && JSON.stringify(value);

const cellsOf = (entry: AuditEntry, names: Map<string, string>): (string | null)[] => [
  ...[entry.at.toISOString(), entry.actorId, names.get(entry.actorId) ?? null, entry.actorRole, entry.action],
  ...[entry.subjectKind, entry.subjectId, json(entry.before), json(entry.after), entry.reason],
  ...[entry.network, entry.requestId, entry.id],
];
