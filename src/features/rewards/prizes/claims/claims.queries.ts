import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { type Connection, decodeCursor, type PageArgs, toConnection } from '../../../../shared/graphql/connection.js';
import { type ClaimState, PrizeClaim } from './prize-claim.entity.js';

type Filter = PageArgs & {
  companyId?: string | null;
  userId?: string;
  challengeId?: string | null;
  state?: ClaimState | null;
};

/** Claims, as they are read. */
@Injectable()
export class ClaimsQueries {
  constructor(private readonly database: Database) {}

  /** One page, the newest first. Each filter has an index in this order. */
  async page(filter: Filter): Promise<Connection<PrizeClaim>> {
    const cursor = decodeCursor(filter.after, ['id']);
    const found = this.database.manager.createQueryBuilder(PrizeClaim, 'c').where('true');
    for (const name of ['companyId', 'userId', 'challengeId', 'state'] as const)
      if (filter[name]) found.andWhere(`c.${name} = :${name}`, { [name]: filter[name] });
    const total = () => found.clone().getCount();
    const page = found
      .clone()
      .orderBy('c.id', 'DESC')
      .limit(filter.first + 1);
    if (cursor) page.andWhere('c.id < :after', { after: cursor[0] });
    return toConnection(await page.getMany(), filter, ({ id }) => [id], total);
  }

  /**
   * A claim, held until the transaction ends.
   * @throws DomainError NOT_FOUND
   */
  async hold(tx: Transaction, id: string): Promise<PrizeClaim> {
    const claim = await tx.findOne(PrizeClaim, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!claim) throw commonErrors.NOT_FOUND();
    return claim;
  }
}
