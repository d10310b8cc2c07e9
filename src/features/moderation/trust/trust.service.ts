import { Injectable } from '@nestjs/common';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { isStaff } from '../../companies/company.policy.js';
import { Membership } from '../../companies/membership.entity.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { MemberTrust } from './member-trust.entity.js';
import { fallsAt, needsAfter } from './trust.policy.js';
import { TrustQueries } from './trust.queries.js';
import type { FixTrustLevelInput, TrustProgress } from './trust.type.js';

/** Levels of trust as members and managers see them. */
@Injectable()
export class TrustService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly queries: TrustQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The viewer's own progress, as of now.
   * @throws DomainError as `require`
   */
  async progress(viewer: Viewer, companyId: string): Promise<TrustProgress> {
    const { membership } = await this.memberships.require(viewer, companyId, 'company.member');
    const { userId, trustLevel: level } = membership;
    const trust = await this.database.manager.findOneBy(MemberTrust, { companyId, userId });
    const fixed = trust?.fixedAt != null;
    if (fixed || isStaff(membership)) return { level, fixed, fallsAt: null, needs: [] };
    const [record] = await this.queries.records([{ companyId, userId }]);
    const falls = trust?.belowSince ? fallsAt(trust.belowSince) : null;
    return { level, fixed, fallsAt: falls, needs: needsAfter(level, record!) };
  }

  /**
   * Fixes a member's level, or leaves it to the rules again.
   * @throws DomainError NOT_FOUND, as `require`
   */
  fix(viewer: Viewer, { membershipId, level = null }: FixTrustLevelInput): Promise<Membership> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findOneBy(Membership, { id: membershipId });
      if (!found) throw commonErrors.NOT_FOUND();
      const { companyId, userId } = found;
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const member = await tx.findOne(Membership, { where: { id: membershipId }, lock: { mode: 'for_no_key_update' } });
      if (!member) throw commonErrors.NOT_FOUND();
      const trustLevel = level ?? member.trustLevel;
      const [fixedAt, fixedById] = level === null ? [null, null] : [this.clock.now(), viewer.userId];
      await tx.update(Membership, membershipId, { trustLevel });
      await tx.upsert(MemberTrust, { companyId, userId, belowSince: null, fixedAt, fixedById }, [
        'companyId',
        'userId',
      ]);
      const act = { action: 'member.trust', subject: AuditSubject.MEMBERSHIP, subjectId: membershipId } as const;
      const is = { trustLevel, fixed: level !== null };
      await this.audit.record(tx, viewer, access, { ...act, was: { trustLevel: member.trustLevel }, is });
      return { ...member, trustLevel };
    });
  }
}
