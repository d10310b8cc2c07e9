import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Company } from '../../companies/company.entity.js';
import type { MemberRecord } from './member-record.type.js';

export const MOST_COMPANIES = 50;

/** Whether the viewer ($2) may see the company `c`, and whether they are a member of it. */
const AMONG_THEM = 'EXISTS (SELECT FROM membership v WHERE v.company_id = c.id AND v.user_id = $2)';

/**
 * Where people take part, as far as the viewer may know: who is a member of a company only its members may know, so to
 * the others it is shown by what somebody has said in public there.
 */
const COMPANIES = `
SELECT p.id AS "userId", m.company_id AS "companyId" FROM unnest($1::uuid[]) p (id) CROSS JOIN LATERAL (
  SELECT m.company_id FROM membership m JOIN company c ON c.id = m.company_id
  WHERE m.user_id = p.id AND (${AMONG_THEM} OR (c.visibility = 'PUBLIC' AND (
    EXISTS (SELECT FROM idea i WHERE i.author_id = p.id AND i.company_id = c.id AND i.visibility = 'PUBLISHED')
    OR EXISTS (SELECT FROM comment t WHERE t.author_id = p.id AND t.company_id = c.id AND t.visibility = 'PUBLISHED'))))
  ORDER BY m.joined_at, m.id LIMIT ${MOST_COMPANIES}) m
JOIN "user" u ON u.id = p.id AND u.erased_at IS NULL`;

const RECORDS = `
SELECT u.id, u.created_at AS since, count(i.id)::integer AS ideas, count(i.answered_at)::integer AS answered,
  (count(i.id) FILTER (WHERE i.status = 'DELIVERED'))::integer AS delivered
FROM "user" u LEFT JOIN LATERAL (
  SELECT i.* FROM (
    SELECT id FROM idea WHERE author_id = u.id AND visibility = 'PUBLISHED'
    UNION SELECT idea_id FROM coauthor WHERE user_id = u.id AND state = 'ACCEPTED') w
  JOIN idea i ON i.id = w.id AND i.visibility = 'PUBLISHED'
  JOIN company c ON c.id = i.company_id AND (c.visibility = 'PUBLIC' OR ${AMONG_THEM})) i ON true
WHERE u.id = ANY ($1::uuid[]) AND u.erased_at IS NULL
GROUP BY u.id`;

/** The companies that people take part in, as far as the viewer may know. */
@Injectable()
export class MemberCompaniesLoader extends RequestLoader<string, Company[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, Company[]>> {
    const viewerId = req.viewer?.userId ?? null;
    const places = await this.database.query<{ userId: string; companyId: string }>(COMPANIES, [ids, viewerId]);
    const companies = await this.database.manager.findBy(Company, { id: In(places.map((place) => place.companyId)) });
    const byId = new Map(companies.map((company) => [company.id, company]));
    const of = (id: string) =>
      places.flatMap(({ userId, companyId }) => (userId === id ? (byId.get(companyId) ?? []) : []));
    return new Map(ids.map((id) => [id, of(id)]));
  }
}

/** People's part in the communities, as far as the viewer may see it; nothing of former members. */
@Injectable()
export class MemberRecordLoader extends RequestLoader<string, MemberRecord> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, MemberRecord>> {
    const rows = await this.database.query<MemberRecord & { id: string }>(RECORDS, [ids, req.viewer?.userId ?? null]);
    return new Map(rows.map(({ id, ...record }) => [id, record]));
  }
}
