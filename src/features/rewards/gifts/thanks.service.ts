import { Injectable } from '@nestjs/common';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { ThanksDismissal } from './thanks-dismissal.entity.js';
import { inTurn, sinceOf } from './thanks.policy.js';
import { ThanksQueries } from './thanks.queries.js';
import {
  type DismissThanksInput,
  ThanksReason,
  type ThankSuggestion,
  type ThankSuggestionsArgs,
} from './thanks.types.js';

/** Whom to thank, by stored facts. What somebody thinks of the company is not asked, and nobody gets a score. */
@Injectable()
export class ThanksService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly queries: ThanksQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * For each reason the latest, one reason after the other, so that none crowds out the others.
   * @throws DomainError as `require`
   */
  async suggestions(viewer: Viewer, { companyId, first }: ThankSuggestionsArgs): Promise<ThankSuggestion[]> {
    await this.memberships.require(viewer, companyId, 'gift.give');
    const now = this.clock.now();
    const lists: ThankSuggestion[][] = [];
    for (const reason of Object.values(ThanksReason))
      lists.push(await this.queries.find(reason, companyId, sinceOf(reason, now), first));
    return inTurn(lists).slice(0, first);
  }

  /**
   * Puts a suggestion aside for 90 days.
   * @throws DomainError as `require`, NOT_FOUND where they are no member
   */
  async dismiss(viewer: Viewer, { companyId, userId, reason }: DismissThanksInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'gift.give', tx);
      if (!(await this.memberships.find(companyId, userId, tx))) throw commonErrors.NOT_FOUND();
      const row = { companyId, userId, reason, at: this.clock.now() };
      await tx.upsert(ThanksDismissal, row, ['companyId', 'userId', 'reason']);
      const is = { userId, because: reason };
      const act = { action: 'gift.dismiss', subject: AuditSubject.COMPANY, subjectId: companyId, is } as const;
      await this.audit.record(tx, viewer, access, act);
    });
  }
}
