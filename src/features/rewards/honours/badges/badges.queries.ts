import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Database } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { type Connection, decodeCursor, toConnection } from '../../../../shared/graphql/connection.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { Badge } from './badge.entity.js';
import { BadgeHolding } from './badge-holding.entity.js';
import type { BadgeHoldersArgs } from './badge.inputs.js';
import { isForAllToSee, metricOf } from './badge.policy.js';

const MOST_LISTED = 300;

/** A company's badges, for its staff. */
@Injectable()
export class BadgesQueries {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * The company's own in use, then those that it has retired, then ours that somebody has earned.
   * @throws DomainError as `require`
   */
  async list(viewer: Viewer, companyId: string): Promise<Badge[]> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    return this.database.manager
      .createQueryBuilder(Badge, 'b')
      .where('b.company_id = :companyId', { companyId })
      .orderBy('b.built_in IS NOT NULL')
      .addOrderBy('b.retired_at IS NOT NULL')
      .addOrderBy('b.id', 'DESC')
      .limit(MOST_LISTED)
      .getMany();
  }

  /**
   * Who has a badge, who got it last first.
   * @throws DomainError NOT_FOUND, as `require`, FORBIDDEN of badges that only their holders see
   */
  async holders(viewer: Viewer, { badgeId, ...page }: BadgeHoldersArgs): Promise<Connection<BadgeHolding>> {
    const { manager } = this.database;
    const badge = await manager.findOneBy(Badge, { id: badgeId });
    if (!badge) throw commonErrors.NOT_FOUND();
    await this.memberships.require(viewer, badge.companyId, 'company.manage');
    if (!isForAllToSee(metricOf(badge))) throw commonErrors.FORBIDDEN();
    const [after] = decodeCursor(page.after, ['id']) ?? [null];
    const rows = await manager
      .createQueryBuilder(BadgeHolding, 'h')
      .where('h.badge_id = :badgeId', { badgeId })
      .andWhere(after === null ? 'true' : 'h.id < :after', { after })
      .orderBy('h.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return toConnection(
      rows,
      page,
      ({ id }) => [id],
      () => Promise.resolve(badge.holderCount),
    );
  }
}
