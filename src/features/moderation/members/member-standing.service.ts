import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Membership } from '../../companies/membership.entity.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Sanction } from '../sanctions/sanction.entity.js';
import { MemberTrust } from '../trust/member-trust.entity.js';
import type { MemberStanding } from './member-standing.type.js';

const MOST = 50;

/** What moderators see of a member. */
@Injectable()
export class MemberStandingService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /** @throws DomainError NOT_FOUND, as `require` */
  async of(viewer: Viewer, membershipId: string): Promise<MemberStanding> {
    const { manager } = this.database;
    const member = await manager.findOneBy(Membership, { id: membershipId });
    if (!member) throw commonErrors.NOT_FOUND();
    const { companyId, userId, trustLevel } = member;
    await this.memberships.require(viewer, companyId, 'review.decide');
    const trust = await manager.findOneBy(MemberTrust, { companyId, userId });
    const sanctions = await manager.find(Sanction, {
      where: { companyId, userId },
      order: { startsAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
    return { trustLevel, trustFixed: trust?.fixedAt != null, sanctions };
  }
}
