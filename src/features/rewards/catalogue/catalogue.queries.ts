import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { type Connection, decodeCursor, toConnection } from '../../../shared/graphql/connection.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Reward } from './reward.entity.js';
import type { ManagedRewardsArgs, RewardsArgs } from './reward.inputs.js';

/** Lists of rewards. */
@Injectable()
export class CatalogueQueries {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly clock: Clock,
  ) {}

  /** The catalogue, what costs least first: what can be redeemed now or later. @throws DomainError NOT_FOUND */
  async offered(viewer: Viewer | null, { companyId, ...page }: RewardsArgs): Promise<Connection<Reward>> {
    await this.memberships.visible(viewer, companyId);
    const [cost, id] = decodeCursor(page.after, ['integer', 'id']) ?? [null, null];
    const query = this.database.manager
      .createQueryBuilder(Reward, 'w')
      .where(`w.company_id = :companyId AND w.state = 'PUBLISHED' AND (w.ends_at IS NULL OR w.ends_at > :now)`, {
        companyId,
        now: this.clock.now(),
      });
    const rows = await query
      .clone()
      .andWhere(cost === null ? 'true' : '(w.cost, w.id) > (:cost::integer, :id::uuid)', { cost, id })
      .orderBy({ 'w.cost': 'ASC', 'w.id': 'ASC' })
      .limit(page.first + 1)
      .getMany();
    return toConnection(
      rows,
      page,
      (row) => [row.cost, row.id],
      () => query.getCount(),
    );
  }

  /** All that there is, the latest first. @throws DomainError as `require` */
  async managed(viewer: Viewer, { companyId, state, ...page }: ManagedRewardsArgs): Promise<Connection<Reward>> {
    await this.memberships.require(viewer, companyId, 'reward.manage');
    const [id] = decodeCursor(page.after, ['id']) ?? [null];
    const query = this.database.manager.createQueryBuilder(Reward, 'w').where({ companyId, ...(state && { state }) });
    const rows = await query
      .clone()
      .andWhere(id === null ? 'true' : 'w.id < :id::uuid', { id })
      .orderBy('w.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return toConnection(
      rows,
      page,
      (row) => [row.id],
      () => query.getCount(),
    );
  }
}
