import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type Connection, decodeCursor, type PageArgs, toConnection } from '../graphql/connection.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Which entries of a company are asked for. */
export interface AuditFilter extends PageArgs {
  companyId: string;
  actorId?: string | null;
  action?: string | null;
  subjectId?: string | null;
  from?: Date | null;
  to?: Date | null;
}

/** What staff did, as it is read. */
@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** One page, the latest first. Each filter has an index in this order. */
  async page(filter: AuditFilter): Promise<Connection<AuditEntry>> {
    const { companyId, actorId, action, subjectId, from, to, first, after } = filter;
    const cursor = decodeCursor(after, ['time', 'id']);
    const found = this.database.manager
      .createQueryBuilder(AuditEntry, 'e')
      .where('e.companyId = :companyId', { companyId });
    if (actorId) found.andWhere('e.actorId = :actorId', { actorId });
    if (action) found.andWhere('e.action = :action', { action });
    if (subjectId) found.andWhere('e.subjectId = :subjectId', { subjectId });
    if (from) found.andWhere('e.at >= :from', { from });
    if (to) found.andWhere('e.at < :to', { to });
    const total = () => found.clone().getCount();
    const page = found
      .clone()
      .orderBy('e.at', 'DESC')
      .addOrderBy('e.id', 'DESC')
      .limit(first + 1);
    if (cursor)
      page.andWhere('(e.at, e.id) < (CAST(:at AS timestamptz), CAST(:id AS uuid))', { at: cursor[0], id: cursor[1] });
    return toConnection(await page.getMany(), filter, ({ at, id }) => [at.toISOString(), id], total);
  }
}
