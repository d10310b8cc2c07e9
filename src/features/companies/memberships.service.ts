import { Injectable } from '@nestjs/common';
import { type Permission, PERMISSIONS } from '../../shared/auth/permissions.js';
import { type Role, roleAtLeast } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { User } from '../accounts/user.entity.js';
import { companiesErrors } from './companies.errors.js';
import { Company, CompanyVisibility } from './company.entity.js';
import { isSuspended } from './company.policy.js';
import { Membership } from './membership.entity.js';

/** What was found out about a caller who may go on. */
export interface Access {
  company: Company;
  membership: Membership;
  user: User;
}

/** The same before any permission was asked for. */
export interface Sight {
  company: Company;
  membership: Membership | null;
  user: User | null;
}

/** Who is who in a company, and what they may do. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(companyId: string, userId: string, tx?: Transaction): Promise<Membership | null> {
    return (tx ?? this.database.manager).findOneBy(Membership, { companyId, userId });
  }

  /**
   * The company, if the viewer may know of it, and their membership. One statement.
   * @throws DomainError NOT_FOUND
   */
  async visible(viewer: Viewer | null, companyId: string, tx?: Transaction): Promise<Sight> {
    const sight = await this.look(viewer, companyId, tx);
    if (!sight || (sight.company.visibility === CompanyVisibility.PRIVATE && !sight.membership)) {
      throw commonErrors.NOT_FOUND();
    }
    return sight;
  }

  /**
   * Lets the viewer pass who may do this in the company. One statement.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED
   */
  async require(viewer: Viewer | null, companyId: string, permission: Permission, tx?: Transaction): Promise<Access> {
    const { company, membership, user } = await this.visible(viewer, companyId, tx);
    const needs: { role?: Role; verified?: boolean } = PERMISSIONS[permission];
    if (!user) throw commonErrors.UNAUTHENTICATED();
    if (needs.verified && !user.emailVerifiedAt) throw commonErrors.EMAIL_NOT_VERIFIED();
    if (!membership || (needs.role && !roleAtLeast(membership.role, needs.role))) throw commonErrors.FORBIDDEN();
    // the suspended still read
    if (permission !== 'company.member') this.refuseSuspended(membership);
    return { company, membership, user };
  }

  /** @throws DomainError MEMBER_SUSPENDED, with `suspendedUntil` */
  refuseSuspended(membership: Membership): void {
    if (!isSuspended(membership, this.clock.now())) return;
    const suspendedUntil = membership.suspendedUntil!.toISOString();
    throw companiesErrors.MEMBER_SUSPENDED({ extensions: { suspendedUntil } });
  }

  private async look(viewer: Viewer | null, companyId: string, tx?: Transaction): Promise<Sight | null> {
    const userId = viewer?.userId ?? null;
    const found = (await (tx ?? this.database.manager)
      .createQueryBuilder(Company, 'company')
      .leftJoinAndMapOne('company.viewer', User, 'viewer', 'viewer.id = :userId AND viewer.erasedAt IS NULL')
      .leftJoinAndMapOne('company.seat', Membership, 'seat', 'seat.companyId = company.id AND seat.userId = viewer.id')
      .where('company.id = :companyId')
      .setParameters({ userId, companyId })
      .getOne()) as (Company & { viewer: User | null; seat: Membership | null }) | null;
    if (!found) return null;
    const { viewer: user, seat: membership, ...columns } = found;
    return { company: Object.assign(new Company(), columns), membership, user };
  }
}
