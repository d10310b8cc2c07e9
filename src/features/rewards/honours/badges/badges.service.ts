import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { isExcluded, isStaff, isSuspended } from '../../../companies/company.policy.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { Badge } from './badge.entity.js';
import { BadgeGranting } from './badge-granting.service.js';
import { BadgeHolding } from './badge-holding.entity.js';
import type { GiveBadgeInput, TakeBadgeBackInput } from './badge.inputs.js';
import { badgesErrors } from './badges.errors.js';

/** A badge for a member, from somebody of the company. */
export interface GivenBadge {
  companyId: string;
  badgeId: string;
  userId: string;
  giverId: string;
}

/** Badges that are given by hand. */
@Injectable()
export class BadgesService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly granting: BadgeGranting,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a member a badge that is given by hand. For managers.
   * @throws DomainError as `require` and `give`
   */
  giveByHand(viewer: Viewer, { badgeId, userId }: GiveBadgeInput): Promise<BadgeHolding> {
    return this.database.transaction(async (tx) => {
      const { companyId } = await this.existing(tx, badgeId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const holding = await this.give(tx, { companyId, badgeId, userId, giverId: viewer.userId });
      const act = { action: 'badge.give', subject: AuditSubject.BADGE, subjectId: badgeId } as const;
      await this.audit.record(tx, viewer, access, { ...act, is: { userId } });
      return holding;
    });
  }

  /**
   * The same within the transaction of who has checked the giver's right, and keeps a record of it.
   * @throws DomainError NOT_FOUND of a badge or a member of elsewhere, BADGE_IS_EARNED, BADGE_RETIRED, BADGE_HELD,
   * BADGE_NOT_FOR_THEM
   */
  async give(tx: Transaction, { companyId, badgeId, userId, giverId }: GivenBadge): Promise<BadgeHolding> {
    // who retires it at this moment waits, or has done it
    const badge = await tx.findOne(Badge, { where: { id: badgeId, companyId }, lock: { mode: 'for_no_key_update' } });
    if (!badge) throw commonErrors.NOT_FOUND();
    if (badge.builtIn !== null || badge.metric !== null) throw badgesErrors.BADGE_IS_EARNED();
    if (badge.retiredAt) throw badgesErrors.BADGE_RETIRED();
    const now = this.clock.now();
    const member = await this.memberships.find(companyId, userId, tx);
    if (!member) throw commonErrors.NOT_FOUND();
    if (userId === giverId || isStaff(member) || isExcluded(member, now) || isSuspended(member, now)) {
      throw badgesErrors.BADGE_NOT_FOR_THEM();
    }
    const [holding] = await this.granting.grant(tx, companyId, [{ userId, badgeId }], now, giverId);
    if (!holding) throw badgesErrors.BADGE_HELD();
    return tx.findOneByOrFail(BadgeHolding, { id: holding.id });
  }

  /**
   * Takes back a badge that was given by hand, by mistake. What was earned stays.
   * @throws DomainError NOT_FOUND, BADGE_IS_EARNED, as `require`
   */
  takeBackByHand(viewer: Viewer, { holdingId, reason }: TakeBadgeBackInput): Promise<Badge> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findOneBy(BadgeHolding, { id: holdingId });
      if (!found) throw commonErrors.NOT_FOUND();
      const { companyId, badgeId, userId, givenById } = found;
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      await this.takeBack(tx, companyId, holdingId);
      const act = { action: 'badge.take-back', subject: AuditSubject.BADGE, subjectId: badgeId } as const;
      await this.audit.record(tx, viewer, access, { ...act, was: { userId, givenById }, reason });
      return tx.findOneByOrFail(Badge, { id: badgeId });
    });
  }

  /**
   * The same within the transaction of who has checked the right, and keeps a record of it.
   * @throws DomainError NOT_FOUND where it is gone, BADGE_IS_EARNED
   */
  async takeBack(tx: Transaction, companyId: string, holdingId: string): Promise<void> {
    const holding = await tx.findOneBy(BadgeHolding, { id: holdingId, companyId });
    if (!holding) throw commonErrors.NOT_FOUND();
    if (holding.givenById === null) throw badgesErrors.BADGE_IS_EARNED();
    if (!(await this.granting.take(tx, holdingId))) throw commonErrors.NOT_FOUND();
  }

  private async existing(tx: Transaction, id: string): Promise<Badge> {
    const badge = await tx.findOneBy(Badge, { id });
    if (!badge) throw commonErrors.NOT_FOUND();
    return badge;
  }
}
