import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { CSV_START, csvLine } from '../../../shared/text/csv.js';
import { User } from '../../accounts/user.entity.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import type { Gift } from './gift.entity.js';
import { GiftsQueries } from './gifts.queries.js';

const EXPORTS = { name: 'gift-export', points: 20, seconds: 3600 };
/** Read at a time, so that the longest export needs no more memory than a short one. */
const PART = 500;
const HEAD = [
  ...['at', 'gift_id', 'kind', 'points', 'giver_id', 'giver', 'receiver_id', 'receiver', 'because'],
  ...['idea_id', 'comment_id', 'taken_back_at'],
];

/** Of which company gifts are exported, as JSON. */
export class GiftExportInput {
  @IsId()
  companyId!: string;
}

/** What was given, as a table to take away: never the notes, which are personal. */
@Injectable()
export class GiftExport {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly queries: GiftsQueries,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * All gifts up to now, the latest first.
   * @throws DomainError as `require`, RATE_LIMITED
   */
  async start(
    viewer: Viewer,
    { companyId }: GiftExportInput,
    locale: Locale,
  ): Promise<{ slug: string; lines: AsyncIterable<string> }> {
    await this.limits.take(EXPORTS, viewer.userId);
    const now = this.clock.now();
    const slug = await this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const act = { action: 'gift.export', subject: AuditSubject.COMPANY, subjectId: companyId } as const;
      await this.audit.record(tx, viewer, access, act);
      return access.company.slug;
    });
    return { slug, lines: this.lines(companyId, now, locale) };
  }

  private async *lines(companyId: string, until: Date, locale: Locale): AsyncIterable<string> {
    yield CSV_START + csvLine(HEAD, locale);
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await this.queries.ofCompany(companyId, until, { first: PART, after });
      const gifts = edges.map(({ node }) => node);
      const names = await this.namesOf(gifts);
      yield gifts.map((gift) => csvLine(cellsOf(gift, names), locale)).join('');
      if (!pageInfo.hasNextPage) return;
      after = pageInfo.endCursor;
    }
  }

  private async namesOf(gifts: Gift[]): Promise<Map<string, string>> {
    const ids = [...new Set(gifts.flatMap(({ giverId, receiverId }) => [giverId, receiverId]))];
    const users = await this.database.manager.find(User, {
      where: { id: In(ids) },
      select: { id: true, displayName: true },
    });
    return new Map(users.map(({ id, displayName }) => [id, displayName]));
  }
}

const cellsOf = (gift: Gift, names: Map<string, string>): (string | null)[] => [
  ...[gift.at.toISOString(), gift.id, gift.kind, String(gift.points)],
  ...[gift.giverId, names.get(gift.giverId) ?? null, gift.receiverId, names.get(gift.receiverId) ?? null],
  ...[gift.because, gift.ideaId, gift.commentId, gift.takenBackAt?.toISOString() ?? null],
];
