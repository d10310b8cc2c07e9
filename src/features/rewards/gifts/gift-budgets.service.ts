import { Injectable } from '@nestjs/common';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { DEFAULT_BUDGETS, GiftBudget } from './gift-budget.entity.js';
import type { UpdateGiftBudgetInput } from './gift.inputs.js';
import { monthlyPoints, monthOf } from './gift.policy.js';
import { giftsErrors } from './gifts.errors.js';

const SPENT = `
SELECT coalesce(sum(points), 0)::integer AS spent FROM gift
WHERE giver_id = $1 AND company_id = $2 AND at >= $3 AND at < $4 AND taken_back_at IS NULL`;

/** How many points the staff may give. */
@Injectable()
export class GiftBudgets {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The budgets, and what is left of the viewer’s.
   * @throws DomainError as `require`
   */
  async read(viewer: Viewer, companyId: string): Promise<GiftBudget> {
    const access = await this.memberships.require(viewer, companyId, 'gift.give');
    return this.of(access, await this.stored(companyId));
  }

  /** @throws DomainError as `require`, CONFLICT */
  update(viewer: Viewer, { companyId, version, ...points }: UpdateGiftBudgetInput): Promise<GiftBudget> {
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const was = await this.stored(companyId, tx);
      if (was.version !== version) throw commonErrors.CONFLICT();
      const is = { companyId, ...points, version: version + 1 };
      await tx.upsert(GiftBudget, is, ['companyId']);
      const act = {
        action: 'gift.budget',
        subject: AuditSubject.COMPANY,
        subjectId: companyId,
        was,
        is: points,
      } as const;
      await this.audit.record(tx, viewer, access, act);
      return this.of(access, is, tx);
    });
  }

  /**
   * Lets points be given. To be called while the giver’s membership is locked, so that no two gifts pass together.
   * @throws DomainError GIFT_BUDGET_SPENT with `extensions.left`
   */
  async check(tx: Transaction, access: Access, points: number): Promise<void> {
    const { viewerLeft: left } = await this.of(access, await this.stored(access.company.id, tx), tx);
    if (points > left) throw giftsErrors.GIFT_BUDGET_SPENT({ field: 'points', params: { left }, extensions: { left } });
  }

  private async stored(companyId: string, tx?: Transaction): Promise<Stored> {
    const found = await (tx ?? this.database.manager).findOneBy(GiftBudget, { companyId });
    return found ?? { companyId, ...DEFAULT_BUDGETS, version: 0 };
  }

  private async of({ company, membership }: Access, budget: Stored, tx?: Transaction): Promise<GiftBudget> {
    const { from, to } = monthOf(this.clock.now());
    const params = [membership.userId, company.id, from, to];
    const [row] = await this.database.query<{ spent: number }>(SPENT, params, tx);
    const viewerPoints = monthlyPoints(budget, membership.role);
    const viewerLeft = Math.max(0, viewerPoints - row!.spent);
    return Object.assign(new GiftBudget(), budget, { viewerPoints, viewerLeft });
  }
}

type Stored = Omit<GiftBudget, 'viewerPoints' | 'viewerLeft'>;
