import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { type Permission, PERMISSIONS } from '../../shared/auth/permissions.js';
import { Role, roleAtLeast } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { EntityColumns, Row } from '../../shared/database/entity-columns.js';
import { newId } from '../../shared/database/ids.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Outbox } from '../../shared/events/outbox.js';
import { User } from '../accounts/user.entity.js';
import { UsersService } from '../accounts/users.service.js';
import { companiesErrors } from './companies.errors.js';
import { MemberJoined } from './companies.events.js';
import { Company, CompanyVisibility } from './company.entity.js';
import { isSilenced, isSuspended } from './company.policy.js';
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

/** A customer and newcomer from now on, unless told otherwise. */
type NewMember = Partial<Pick<Membership, 'role' | 'trustLevel' | 'joinedAt'>>;

/** Who is who in a company, and what they may do. */
@Injectable()
export class MembershipsService {
  private readonly company: EntityColumns<Company>;
  private readonly membership: EntityColumns<Membership>;
  private readonly user: EntityColumns<User>;
  /** The columns of a sight, for statements that read something else with it. */
  readonly sightColumns: string;

  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.company = database.columns(Company, 'company');
    this.membership = database.columns(Membership, 'seat');
    this.user = database.columns(User, 'viewer');
    this.sightColumns = [this.company.sql, this.membership.sql, this.user.sql].join(', ');
  }

  /** The viewer's part in such a statement, which reads the table `company`. @param id place of the viewer's id */
  sightJoins(id: string): string {
    return `LEFT JOIN "user" viewer ON viewer.id = ${id} AND viewer.erased_at IS NULL
      LEFT JOIN membership seat ON seat.company_id = company.id AND seat.user_id = viewer.id`;
  }

  /**
   * What such a statement has found.
   * @throws DomainError NOT_FOUND where that is nothing, or nothing that the viewer may know of
   */
  sightOf(row: Row | undefined): Sight {
    const company = row && this.company.of(row);
    if (!company) throw commonErrors.NOT_FOUND();
    const membership = this.membership.of(row);
    if (company.visibility === CompanyVisibility.PRIVATE && !membership) throw commonErrors.NOT_FOUND();
    return { company, membership, user: this.user.of(row) };
  }

  find(companyId: string, userId: string, tx?: Transaction): Promise<Membership | null> {
    return (tx ?? this.database.manager).findOneBy(Membership, { companyId, userId });
  }

  /** Whether anybody who is not suspended has this role in the company. */
  hasAny(companyId: string, role: Role, tx?: Transaction): Promise<boolean> {
    const free = [IsNull(), LessThanOrEqual(this.clock.now())];
    const where = free.map((suspendedUntil) => ({ companyId, role, suspendedUntil }));
    return (tx ?? this.database.manager).existsBy(Membership, where);
  }

  /** Where a user belongs, the first joined first. */
  ofUser(userId: string): Promise<Membership[]> {
    return this.database.manager.find(Membership, { where: { userId }, order: { joinedAt: 'ASC', id: 'ASC' } });
  }

  /**
   * The company, if the viewer may know of it, and their membership. One statement.
   * @throws DomainError NOT_FOUND
   */
  visible(viewer: Viewer | null, companyId: string, tx?: Transaction): Promise<Sight> {
    return this.look(viewer, 'id', companyId, tx);
  }

  /** The same by the company's place in addresses. */
  visibleBySlug(viewer: Viewer | null, slug: string, tx?: Transaction): Promise<Sight> {
    return this.look(viewer, 'slug', slug, tx);
  }

  /** Who of these users is what in the company, and whether others may know of it; null where it is gone. One statement. */
  async rolesIn(companyId: string, userIds: string[]): Promise<{ isPublic: boolean; roles: Map<string, Role> } | null> {
    const rows = await this.database.query<{ visibility: CompanyVisibility; userId: string | null; role: Role }>(
      `SELECT company.visibility, seat.user_id AS "userId", seat.role FROM company LEFT JOIN (
         membership seat JOIN "user" viewer ON viewer.id = seat.user_id AND viewer.erased_at IS NULL
       ) ON seat.company_id = company.id AND seat.user_id = ANY ($2::uuid[]) WHERE company.id = $1`,
      [companyId, userIds],
    );
    if (!rows[0]) return null;
    const roles = new Map(rows.flatMap(({ userId, role }) => (userId ? [[userId, role]] : [])));
    return { isPublic: rows[0].visibility === CompanyVisibility.PUBLIC, roles };
  }

  /**
   * Lets the viewer pass who may do this in the company. One statement.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED
   */
  async require(viewer: Viewer | null, companyId: string, permission: Permission, tx?: Transaction): Promise<Access> {
    return this.check(await this.visible(viewer, companyId, tx), permission);
  }

  /**
   * The same of what was seen already.
   * @throws DomainError UNAUTHENTICATED, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, MEMBER_SILENCED
   */
  check({ company, membership, user }: Sight, permission: Permission): Access {
    const needs: { role?: Role; verified?: boolean; writes?: boolean } = PERMISSIONS[permission];
    if (!user) throw commonErrors.UNAUTHENTICATED();
    if (needs.verified && !user.emailVerifiedAt) throw commonErrors.EMAIL_NOT_VERIFIED();
    if (!membership || (needs.role && !roleAtLeast(membership.role, needs.role))) throw commonErrors.FORBIDDEN();
    // the suspended still read
    if (permission !== 'company.member') this.refuseSuspended(membership);
    if (needs.writes) this.refuseSilenced(membership);
    return { company, membership, user };
  }

  /** @throws DomainError MEMBER_SUSPENDED, with `suspendedUntil` */
  refuseSuspended(membership: Membership): void {
    if (!isSuspended(membership, this.clock.now())) return;
    const suspendedUntil = membership.suspendedUntil!.toISOString();
    throw companiesErrors.MEMBER_SUSPENDED({ extensions: { suspendedUntil } });
  }

  /** @throws DomainError MEMBER_SILENCED, with `silencedUntil` */
  refuseSilenced(membership: Membership): void {
    if (!isSilenced(membership, this.clock.now())) return;
    const silencedUntil = membership.silencedUntil!.toISOString();
    throw companiesErrors.MEMBER_SILENCED({ extensions: { silencedUntil } });
  }

  /**
   * The viewer, with a confirmed address.
   * @throws DomainError UNAUTHENTICATED, EMAIL_NOT_VERIFIED
   */
  async verifiedUser(viewer: Viewer, tx?: Transaction): Promise<User & { email: string }> {
    const user = await this.users.ofViewer(viewer, tx);
    if (!user.emailVerifiedAt || user.email === null) throw commonErrors.EMAIL_NOT_VERIFIED();
    return user as User & { email: string };
  }

  /**
   * Lets changes of a company's settings and of who is who in it happen one after the other. To be called before what
   * they depend on is read. References to the company may still be inserted.
   */
  async lock(tx: Transaction, companyId: string): Promise<void> {
    await tx.query('SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE', [companyId]);
  }

  /** Makes a user a member; the caller has checked that they may. Whoever is a member already stays what they are. */
  async add(tx: Transaction, companyId: string, userId: string, given: NewMember = {}): Promise<Membership> {
    const { role = Role.CUSTOMER, trustLevel = 0, joinedAt = this.clock.now() } = given;
    const fresh = {
      id: newId(),
      companyId,
      userId,
      role,
      trustLevel,
      suspendedUntil: null,
      silencedUntil: null,
      excludedUntil: null,
      leaderboardOptOut: false,
      joinedAt,
    };
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Membership)
      .values(fresh)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) return tx.findOneByOrFail(Membership, { companyId, userId });
    const event = { companyId, aggregateId: fresh.id, actorId: userId, occurredAt: joinedAt };
    await this.outbox.append(tx, MemberJoined({ ...event, payload: { userId, role } }));
    return Object.assign(new Membership(), fresh);
  }

  private async look(viewer: Viewer | null, by: 'id' | 'slug', value: string, tx?: Transaction): Promise<Sight> {
    const [row] = await this.database.query<Row>(
      `SELECT ${this.sightColumns} FROM company ${this.sightJoins('$1')} WHERE company.${by} = $2`,
      [viewer?.userId ?? null, value],
      tx,
    );
    return this.sightOf(row);
  }
}
