import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import { roleAtLeast } from '../../../shared/auth/role.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Schedule } from '../../../shared/jobs/job-handler.js';
import { companiesErrors } from '../companies.errors.js';
import { Company } from '../company.entity.js';
import { mayChangeRole } from '../company.policy.js';
import { MembersService } from '../members.service.js';
import type { Membership } from '../membership.entity.js';
import { MembershipsService } from '../memberships.service.js';
import { Invitation, type InvitationPreview } from './invitation.entity.js';
import type { InviteMemberInput } from './invitations.inputs.js';
import { InvitationMailer } from './invitation-mailer.js';

const DAY = 24 * 3_600_000;
const VALID_DAYS = 7;
const KEPT_DAYS = 30;
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Invitations by mail. The database keeps the hash of the secret that the mail's link carries. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly members: MembersService,
    private readonly mailer: InvitationMailer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Newest first, the answered and expired ones of the last weeks too. */
  async list(viewer: Viewer, companyId: string): Promise<Invitation[]> {
    await this.memberships.require(viewer, companyId, 'company.manage');
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.manager.find(Invitation, { where: { companyId }, order, take: 500 });
  }

  /** @throws DomainError as `require`, FORBIDDEN for a role that the viewer can't give, RATE_LIMITED */
  async invite(viewer: Viewer, { companyId, email, role }: InviteMemberInput): Promise<Invitation> {
    await this.memberships.require(viewer, companyId, 'company.manage');
    await this.mailer.takeTurn(viewer.userId, companyId, email);
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const { company, membership, user } = access;
      if (!mayChangeRole(membership.role, null, role)) throw commonErrors.FORBIDDEN();
      const now = this.clock.now();
      await this.revokeOpen(tx, companyId, email, now);
      const token = randomBytes(32).toString('base64url');
      const invitation = Object.assign(new Invitation(), {
        id: newId(),
        companyId,
        email,
        role,
        tokenHash: hashOf(token),
        invitedById: user.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + VALID_DAYS * DAY),
        acceptedAt: null,
        revokedAt: null,
      });
      await tx.insert(Invitation, invitation);
      await this.mailer.send(tx, { company, invitation, inviter: user, token });
      const act = { action: 'invitation.send', subject: AuditSubject.INVITATION, subjectId: invitation.id } as const;
      await this.audit.record(tx, viewer, access, { ...act, is: { role } });
      return invitation;
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, INVITATION_USED */
  revoke(viewer: Viewer, id: string): Promise<Invitation> {
    return this.database.transaction(async (tx) => {
      const invitation = await tx.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!invitation) throw commonErrors.NOT_FOUND();
      const { companyId, role } = invitation;
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      if (!mayChangeRole(access.membership.role, null, role)) throw commonErrors.FORBIDDEN();
      if (invitation.acceptedAt) throw companiesErrors.INVITATION_USED();
      if (invitation.revokedAt) return invitation;
      invitation.revokedAt = this.clock.now();
      await tx.update(Invitation, id, { revokedAt: invitation.revokedAt });
      const act = { action: 'invitation.revoke', subject: AuditSubject.INVITATION, subjectId: id } as const;
      await this.audit.record(tx, viewer, access, { ...act, was: { role } });
      return invitation;
    });
  }

  /** What an invitation that can still be accepted says; null for any other. */
  async preview(token: string): Promise<InvitationPreview | null> {
    const { manager } = this.database;
    const invitation = await manager.findOneBy(Invitation, { tokenHash: hashOf(token) });
    if (!invitation || invitation.acceptedAt || (await this.problemWith(invitation))) return null;
    const { name, slug } = await manager.findOneByOrFail(Company, { id: invitation.companyId });
    const { role, email, expiresAt } = invitation;
    return { companyName: name, companySlug: slug, role, email, expiresAt };
  }

  /**
   * Makes the invited person a member; a member already is raised to the offered role, never lowered. Repeating it gives
   * the same.
   * @throws DomainError EMAIL_NOT_VERIFIED, INVITATION_INVALID, _OTHER_ADDRESS, _EXPIRED, _USED
   */
  accept(viewer: Viewer, token: string): Promise<Membership> {
    return this.database.transaction(async (tx) => {
      const user = await this.memberships.verifiedUser(viewer, tx);
      const invitation = await this.lockByToken(tx, token);
      const { id, companyId } = invitation;
      if (invitation.email !== user.email.toLowerCase()) throw companiesErrors.INVITATION_OTHER_ADDRESS();
      const member = await this.memberships.find(companyId, user.id, tx);
      if (invitation.acceptedAt) {
        if (member) return member;
        throw companiesErrors.INVITATION_USED();
      }
      const problem = await this.problemWith(invitation, tx);
      if (problem) throw problem;
      await tx.update(Invitation, id, { acceptedAt: this.clock.now() });
      const now = await this.give(tx, member, user.id, invitation);
      const act = { action: 'invitation.accept', subject: AuditSubject.INVITATION, subjectId: id } as const;
      const is = { role: now.role };
      const access = { company: { id: companyId }, membership: now };
      await this.audit.record(tx, viewer, access, { ...act, was: member ? { role: member.role } : {}, is });
      return now;
    });
  }

  private async give(
    tx: Transaction,
    member: Membership | null,
    userId: string,
    { companyId, role, invitedById }: Invitation,
  ): Promise<Membership> {
    if (!member) return this.memberships.add(tx, companyId, userId, { role });
    if (roleAtLeast(member.role, role)) return member;
    await this.members.setRole(tx, member, role, invitedById);
    return { ...member, role };
  }

  /** Addresses are not kept longer than needed. */
  @Schedule('remove-old-invitations', '23 3 * * *')
  async removeOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY);
    await this.database.query('DELETE FROM invitation WHERE expires_at < $1', [before]);
  }

  private async revokeOpen(tx: Transaction, companyId: string, email: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE invitation SET revoked_at = $3
       WHERE company_id = $1 AND email = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $3`,
      [companyId, email, now],
    );
  }

  /** The company first, as everywhere, then the invitation. */
  private async lockByToken(tx: Transaction, token: string): Promise<Invitation> {
    const where = { tokenHash: hashOf(token) };
    const found = await tx.findOneBy(Invitation, where);
    if (found) await this.memberships.lock(tx, found.companyId);
    const invitation = found && (await tx.findOne(Invitation, { where, lock: { mode: 'pessimistic_write' } }));
    if (!invitation) throw companiesErrors.INVITATION_INVALID();
    return invitation;
  }

  /** It holds as long as its sender may offer the role: who is sent away can't come back by an invitation of their own. */
  private async problemWith(invitation: Invitation, tx?: Transaction): Promise<Error | null> {
    const { companyId, invitedById, role, revokedAt, expiresAt } = invitation;
    if (revokedAt) return companiesErrors.INVITATION_INVALID();
    if (expiresAt <= this.clock.now()) return companiesErrors.INVITATION_EXPIRED();
    const sender = await this.memberships.find(companyId, invitedById, tx);
    return sender && mayChangeRole(sender.role, null, role) ? null : companiesErrors.INVITATION_INVALID();
  }
}
