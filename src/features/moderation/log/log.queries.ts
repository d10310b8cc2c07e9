import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { type Connection, decodeCursor, toConnection } from '../../../shared/graphql/connection.js';
import { LogEntry, LogHead } from './log-entry.entity.js';
import type { ModerationLogArgs } from './log.args.js';

/** The public log as it is read. */
@Injectable()
export class LogQueries {
  constructor(private readonly database: Database) {}

  /** One page, the latest line first. */
  async page(companyId: string, args: ModerationLogArgs): Promise<Connection<LogEntry>> {
    const [before] = decodeCursor(args.after, ['integer']) ?? [null];
    const lines = await this.database.manager
      .createQueryBuilder(LogEntry, 'l')
      .where('l.company_id = :companyId', { companyId })
      .andWhere(before === null ? 'true' : 'l.position < :before', { before })
      .orderBy('l.position', 'DESC')
      .limit(args.first + 1)
      .getMany();
    const total = async () => (await this.database.manager.findOneBy(LogHead, { companyId }))?.position ?? 0;
    return toConnection(lines, args, ({ position }) => [position], total);
  }
}
