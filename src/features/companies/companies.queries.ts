import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../shared/database/database.js';
import { type Connection, decodeCursor, type PageArgs, toConnection } from '../../shared/graphql/connection.js';
import { Company } from './company.entity.js';
import type { MembersArgs } from './members.inputs.js';
import { Membership } from './membership.entity.js';

const COMPANIES_BEFORE = `($2::timestamptz IS NULL OR (c.created_at, c.id) < ($2::timestamptz, $3::uuid))
  ORDER BY c.created_at DESC, c.id DESC LIMIT $4`;

/** Public companies and the viewer's private ones: each part is read in the order of an index. */
const COMPANIES = `SELECT id FROM (
    (SELECT c.created_at, c.id FROM company c WHERE c.visibility = 'PUBLIC' AND ${COMPANIES_BEFORE})
    UNION ALL
    (SELECT c.created_at, c.id FROM membership m JOIN company c ON c.id = m.company_id
     WHERE m.user_id = $1 AND c.visibility = 'PRIVATE' AND ${COMPANIES_BEFORE})
  ) page ORDER BY created_at DESC, id DESC LIMIT $4`;

const COMPANIES_COUNT = `SELECT count(*)::integer AS count FROM company c WHERE c.visibility = 'PUBLIC'
  OR EXISTS (SELECT FROM membership m WHERE m.company_id = c.id AND m.user_id = $1)`;

/** A word of the name begins with the text, whatever the case and the accents. */
const MEMBERS = `FROM membership m JOIN "user" u ON u.id = m.user_id
  WHERE m.company_id = $1 AND ($2::text IS NULL OR m.role = $2)
    AND ($3::text IS NULL OR ' ' || unaccent(lower(u.display_name)) LIKE '% ' || unaccent(lower($3)) || '%')`;

const MEMBERS_PAGE = `SELECT m.id ${MEMBERS} AND ($4::timestamptz IS NULL OR (m.joined_at, m.id) > ($4::timestamptz, $5::uuid))
  ORDER BY m.joined_at, m.id LIMIT $6`;

const cursorOf = ({ after }: PageArgs) => decodeCursor(after, ['time', 'id']) ?? [null, null];

/** The lists of companies and members. */
@Injectable()
export class CompaniesQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async companies(viewerId: string | null, page: PageArgs): Promise<Connection<Company>> {
    const [at, id] = cursorOf(page);
    const rows = await this.database.query<{ id: string }>(COMPANIES, [viewerId, at, id, page.first + 1]);
    const companies = await this.inOrder(Company, rows);
    return toConnection(
      companies,
      page,
      (c) => [c.createdAt.toISOString(), c.id],
      () => this.count(COMPANIES_COUNT, [viewerId]),
    );
  }

  /** Longest-standing first. */
  async members(companyId: string, { role, text, ...page }: MembersArgs): Promise<Connection<Membership>> {
    const [at, id] = cursorOf(page);
    const filter = [companyId, role ?? null, text?.replace(/[\\%_]/g, '\\$&') || null];
    const rows = await this.database.query<{ id: string }>(MEMBERS_PAGE, [...filter, at, id, page.first + 1]);
    const members = await this.inOrder(Membership, rows);
    return toConnection(
      members,
      page,
      (m) => [m.joinedAt.toISOString(), m.id],
      () => this.count(`SELECT count(*)::integer AS count ${MEMBERS}`, filter),
    );
  }

  private async inOrder<T extends { id: string }>(entity: new () => T, rows: { id: string }[]): Promise<T[]> {
    const ids = rows.map(({ id }) => id);
    const found = await this.database.manager.getRepository(entity).findBy({ id: In(ids) } as never);
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  private async count(sql: string, params: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql, params);
    return row!.count;
  }
}
