import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Database } from '../../../../shared/database/database.js';
import { type Connection, decodeCursor, type PageArgs, toConnection } from '../../../../shared/graphql/connection.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { Redemption, RedemptionState } from './redemption.entity.js';
import type { RedemptionsArgs, ViewerRedemptionsArgs } from './redemption.inputs.js';

/** Lists of redemptions. */
@Injectable()
export class RedemptionsQueries {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /** What the viewer has redeemed or was given, the latest first. */
  own(viewer: Viewer, { companyId, ...page }: ViewerRedemptionsArgs): Promise<Connection<Redemption>> {
    return this.page({ userId: viewer.userId, ...(companyId && { companyId }) }, page, 'DESC');
  }

  /** A company's: what waits, the longest waiting first; else the latest first. @throws DomainError as `require` */
  async ofCompany(viewer: Viewer, { companyId, state, ...page }: RedemptionsArgs): Promise<Connection<Redemption>> {
    await this.memberships.require(viewer, companyId, 'reward.manage');
    const order = state === RedemptionState.REQUESTED ? 'ASC' : 'DESC';
    return this.page({ companyId, ...(state && { state }) }, page, order);
  }

  private async page(
    where: Partial<Pick<Redemption, 'companyId' | 'userId' | 'state'>>,
    page: PageArgs,
    order: 'ASC' | 'DESC',
  ): Promise<Connection<Redemption>> {
    const [at, id] = decodeCursor(page.after, ['time', 'id']) ?? [null, null];
    const beyond = `(r.requested_at, r.id) ${order === 'ASC' ? '>' : '<'} (:at::timestamptz, :id::uuid)`;
    const rows = await this.database.manager
      .createQueryBuilder(Redemption, 'r')
      .where(where)
      .andWhere(at === null ? 'true' : beyond, { at, id })
      .orderBy({ 'r.requested_at': order, 'r.id': order })
      .limit(page.first + 1)
      .getMany();
    const total = () => this.database.manager.countBy(Redemption, where);
    return toConnection(rows, page, (row) => [row.requestedAt.toISOString(), row.id], total);
  }
}
