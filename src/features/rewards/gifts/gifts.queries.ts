import { Injectable } from '@nestjs/common';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Role, roleAtLeast } from '../../../shared/auth/role.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { type Connection, decodeCursor, type PageArgs, toConnection } from '../../../shared/graphql/connection.js';
import { GiftPeople } from './gift-people.service.js';
import { Gift } from './gift.entity.js';
import type { GiftsArgs, ViewerGiftsArgs } from './gift.inputs.js';

type Found = SelectQueryBuilder<Gift>;

/** Gifts as they are read: by who got them, who gave them, and the company’s managers. */
@Injectable()
export class GiftsQueries {
  constructor(
    private readonly database: Database,
    private readonly people: GiftPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * What was given in a company, the latest first: to moderators what they gave themselves, to managers all.
   * @throws DomainError as `require`
   */
  async given(viewer: Viewer, { companyId, ...page }: GiftsArgs): Promise<Connection<Gift>> {
    const { membership } = await this.people.staff(viewer, companyId);
    const found = this.all().where('g.companyId = :companyId', { companyId });
    if (!roleAtLeast(membership.role, Role.MANAGER)) found.andWhere('g.giverId = :giverId', { giverId: viewer.userId });
    return this.page(found, page);
  }

  /** What the viewer was given, everywhere or in one company, the latest first. */
  received({ userId }: Viewer, { companyId, ...page }: ViewerGiftsArgs): Promise<Connection<Gift>> {
    const found = this.all().where('g.receiverId = :userId', { userId });
    if (companyId) found.andWhere('g.companyId = :companyId', { companyId });
    return this.page(found, page);
  }

  /** One page of all gifts of a company, for who has asked whether they may have it. */
  ofCompany(companyId: string, until: Date, page: PageArgs): Promise<Connection<Gift>> {
    return this.page(this.all().where('g.companyId = :companyId AND g.at < :until', { companyId, until }), page);
  }

  /** That the viewer has read these; of others’ nothing becomes. */
  async see({ userId: receiverId }: Viewer, giftIds: string[]): Promise<Gift[]> {
    const { manager } = this.database;
    await manager.update(Gift, { id: In(giftIds), receiverId, seenAt: IsNull() }, { seenAt: this.clock.now() });
    return manager.find(Gift, { where: { id: In(giftIds), receiverId }, order: { at: 'DESC', id: 'DESC' } });
  }

  private all(): Found {
    return this.database.manager.createQueryBuilder(Gift, 'g');
  }

  private async page(found: Found, page: PageArgs): Promise<Connection<Gift>> {
    const total = () => found.clone().getCount();
    const cursor = decodeCursor(page.after, ['time', 'id']);
    const rows = found
      .clone()
      .orderBy('g.at', 'DESC')
      .addOrderBy('g.id', 'DESC')
      .limit(page.first + 1);
    if (cursor)
      rows.andWhere('(g.at, g.id) < (CAST(:at AS timestamptz), CAST(:id AS uuid))', { at: cursor[0], id: cursor[1] });
    return toConnection(await rows.getMany(), page, ({ at, id }) => [at.toISOString(), id], total);
  }
}
