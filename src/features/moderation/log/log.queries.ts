import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import type { EntityColumns, Row } from '../../../shared/database/entity-columns.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import { type Connection, decodeCursor, toConnection } from '../../../shared/graphql/connection.js';
import type { LogHeadsArgs, ModerationLogArgs } from './log.args.js';
import { LogEntry, LogHead, PublishedHead } from './log-entry.entity.js';

/** Lines that are read at a time for a download. */
const BATCH = 1000;
/** Rules and laws that one can choose from. */
const MOST_RULES = 200;

// of a log that is filtered, some lines, or most: what serves best depends on what is asked for
const WHERE = `l.company_id = $1 AND ($2::text IS NULL OR l.act = $2) AND ($3::text IS NULL OR l.rule = $3)
  AND ($4::boolean IS NULL OR (l.automatic = $4 AND l.decision_id IS NOT NULL))
  AND ($5::timestamptz IS NULL OR l.at >= $5) AND ($6::timestamptz IS NULL OR l.at < $6)`;

// one look into the index for each rule, however many lines it has
const RULES = `WITH RECURSIVE rules AS (
  (SELECT min(rule) AS rule FROM moderation_log WHERE company_id = $1)
  UNION ALL
  SELECT (SELECT min(rule) FROM moderation_log WHERE company_id = $1 AND rule > r.rule) FROM rules r WHERE r.rule IS NOT NULL
) SELECT rule FROM rules WHERE rule IS NOT NULL LIMIT ${MOST_RULES}`;

/** The public log as it is read. */
@Injectable()
export class LogQueries {
  private readonly line: EntityColumns<LogEntry>;

  constructor(private readonly database: Database) {
    this.line = database.columns(LogEntry, 'l');
  }

  /** One page, the latest line first. */
  async page(companyId: string, args: ModerationLogArgs): Promise<Connection<LogEntry>> {
    const [before] = decodeCursor(args.after, ['integer']) ?? [null];
    const filter = [companyId, args.act, args.rule, args.automatic, args.since, args.before].map((one) => one ?? null);
    const rows = await this.database.query<Row>(
      `${PLANNED_EACH_TIME} SELECT ${this.line.sql} FROM moderation_log l
       WHERE ${WHERE} AND ($7::bigint IS NULL OR l.position < $7) ORDER BY l.position DESC LIMIT $8`,
      [...filter, before, args.first + 1],
    );
    const lines = rows.map((row) => this.line.of(row)!);
    return toConnection(
      lines,
      args,
      ({ position }) => [position],
      () => this.count(filter),
    );
  }

  /** A part of the log in its own order, for downloads. @param last the position after which it begins */
  async after(companyId: string, last: number): Promise<LogEntry[]> {
    return this.database.manager
      .createQueryBuilder(LogEntry, 'l')
      .where('l.company_id = :companyId AND l.position > :last', { companyId, last })
      .orderBy('l.position')
      .limit(BATCH)
      .getMany();
  }

  head(companyId: string): Promise<LogHead | null> {
    return this.database.manager.findOneBy(LogHead, { companyId });
  }

  /** Heads as they were published, the latest day first. */
  async heads(companyId: string, args: LogHeadsArgs): Promise<Connection<PublishedHead>> {
    const [before] = decodeCursor(args.after, ['integer']) ?? [null];
    const rows = await this.database.manager
      .createQueryBuilder(PublishedHead, 'h')
      .where('h.company_id = :companyId', { companyId })
      // a head is published when there is a new line, so positions grow with the days
      .andWhere(before === null ? 'true' : 'h.position < :before', { before })
      .orderBy('h.day', 'DESC')
      .limit(args.first + 1)
      .getMany();
    const total = () => this.database.manager.countBy(PublishedHead, { companyId });
    return toConnection(rows, args, ({ position }) => [position], total);
  }

  /** What decisions rest on, by name. */
  async rules(companyId: string): Promise<string[]> {
    const rows = await this.database.query<{ rule: string }>(RULES, [companyId]);
    return rows.map(({ rule }) => rule);
  }

  private async count(filter: unknown[]): Promise<number> {
    if (filter.slice(1).every((one) => one === null)) return (await this.head(filter[0] as string))?.position ?? 0;
    const [row] = await this.database.query<{ n: number }>(
      `${PLANNED_EACH_TIME} SELECT count(*)::integer AS n FROM moderation_log l WHERE ${WHERE}`,
      filter,
    );
    return row!.n;
  }
}
