import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../shared/audit/audit.js';
import { AuditSubject } from '../../shared/audit/audit-entry.entity.js';
import { Role } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { Outbox } from '../../shared/events/outbox.js';
import { AccountErased } from '../accounts/accounts.events.js';
import { companiesErrors } from './companies.errors.js';
import { MemberLeft, MemberRoleChanged } from './companies.events.js';
import { JoinPolicy } from './company.entity.js';
import { mayChangeRole, mayJoin } from './company.policy.js';
import { Membership } from './membership.entity.js';
import { type Access, MembershipsService } from './memberships.service.js';

/** Who joins, leaves and rises. Every change first locks the company, so that it never loses its last owner. */
@Injectable()
export class MembersService {
  private readonly log = new Logger(MembersService.name);

  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Joins as the company's policy lets; a member stays what they are.
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, JOIN_BY_INVITATION, JOIN_EMAIL_DOMAIN
   */
  join(viewer: Viewer, companyId: string): Promise<Membership> {
    return this.database.transaction(async (tx) => {
      const { company, membership } = await this.memberships.visible(viewer, companyId, tx);
      const user = await this.memberships.verifiedUser(viewer, tx);
      if (membership) return membership;
      if (mayJoin(company, user.email)) return this.memberships.add(tx, companyId, user.id);
      throw company.joinPolicy === JoinPolicy.INVITATION
        ? companiesErrors.JOIN_BY_INVITATION()
        : companiesErrors.JOIN_EMAIL_DOMAIN();
    });
  }

  /**
   * Leaves; what they said stays. A sanction can't be shaken off by leaving.
   * @throws DomainError NOT_FOUND, FORBIDDEN for who is no member, MEMBER_SUSPENDED, MEMBER_SILENCED, LAST_OWNER
   */
  leave(viewer: Viewer, companyId: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const { membership } = await this.memberships.require(viewer, companyId, 'company.member', tx);
      this.memberships.refuseSuspended(membership);
      this.memberships.refuseSilenced(membership);
      await this.keepAnOwner(tx, membership);
      await this.remove(tx, membership, viewer.userId);
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, MEMBER_SUSPENDED, LAST_OWNER */
  changeRole(viewer: Viewer, membershipId: string, role: Role): Promise<Membership> {
    return this.database.transaction(async (tx) => {
      const { member, access } = await this.lockFor(tx, viewer, membershipId, role);
      if (member.role === role) return member;
      if (role !== Role.OWNER) await this.keepAnOwner(tx, member);
      await this.setRole(tx, member, role, viewer.userId);
      const act = { action: 'member.role', subject: AuditSubject.MEMBERSHIP, subjectId: membershipId } as const;
      await this.audit.record(tx, viewer, access, { ...act, was: { role: member.role }, is: { role } });
      return { ...member, role };
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, MEMBER_SUSPENDED, LAST_OWNER */
  removeMember(viewer: Viewer, membershipId: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { member, access } = await this.lockFor(tx, viewer, membershipId, null);
      await this.keepAnOwner(tx, member);
      await this.remove(tx, member, viewer.userId);
      const { userId, role } = member;
      const act = { action: 'member.remove', subject: AuditSubject.MEMBERSHIP, subjectId: membershipId } as const;
      await this.audit.record(tx, viewer, access, { ...act, was: { userId, role } });
    });
  }

  /**
   * The erased person is a member of nothing. Where they were the only owner, the longest-standing manager becomes the
   * owner; without any, the company goes on without one, and an operator has to appoint one.
   */
  @OnEvent(AccountErased)
  async forget({ aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    const places = await tx.find(Membership, { where: { userId }, order: { companyId: 'ASC' } });
    for (const { companyId } of places) {
      await this.memberships.lock(tx, companyId);
      const member = await tx.findOneBy(Membership, { companyId, userId });
      if (!member) continue;
      if (await this.isLastOwner(tx, member)) await this.appointHeir(tx, companyId);
      await this.remove(tx, member, null);
    }
  }

  private async appointHeir(tx: Transaction, companyId: string): Promise<void> {
    const order = { joinedAt: 'ASC', id: 'ASC' } as const;
    const heir = await tx.findOne(Membership, { where: { companyId, role: Role.MANAGER }, order });
    if (heir) await this.setRole(tx, heir, Role.OWNER, null);
    else this.log.warn(`Company ${companyId} has no owner and no manager any more: appoint one`);
  }

  /** The member, with the company locked and the viewer's right to turn their role into `to` checked. */
  private async lockFor(
    tx: Transaction,
    viewer: Viewer,
    membershipId: string,
    to: Role | null,
  ): Promise<{ member: Membership; access: Access }> {
    const place = await tx.findOneBy(Membership, { id: membershipId });
    if (!place) throw commonErrors.NOT_FOUND();
    await this.memberships.lock(tx, place.companyId);
    const access = await this.memberships.require(viewer, place.companyId, 'company.manage', tx);
    const member = await tx.findOneBy(Membership, { id: membershipId });
    if (!member) throw commonErrors.NOT_FOUND();
    if (!mayChangeRole(access.membership.role, member.role, to)) throw commonErrors.FORBIDDEN();
    return { member, access };
  }

  private async keepAnOwner(tx: Transaction, member: Membership): Promise<void> {
    if (await this.isLastOwner(tx, member)) throw companiesErrors.LAST_OWNER();
  }

  private async isLastOwner(tx: Transaction, { companyId, role }: Membership): Promise<boolean> {
    return role === Role.OWNER && (await tx.countBy(Membership, { companyId, role: Role.OWNER })) === 1;
  }

  /** Changes a role and says so; the caller has locked the company and checked the right. */
  async setRole(tx: Transaction, member: Membership, to: Role, actorId: string | null): Promise<void> {
    const { id, companyId, userId, role: from } = member;
    await tx.update(Membership, id, { role: to });
    const event = { companyId, aggregateId: id, actorId, occurredAt: this.clock.now() };
    await this.outbox.append(tx, MemberRoleChanged({ ...event, payload: { userId, from, to } }));
  }

  private async remove(
    tx: Transaction,
    { id, companyId, userId, role }: Membership,
    actorId: string | null,
  ): Promise<void> {
    await tx.delete(Membership, id);
    const event = { companyId, aggregateId: id, actorId, occurredAt: this.clock.now() };
    await this.outbox.append(tx, MemberLeft({ ...event, payload: { userId, role } }));
  }
}
