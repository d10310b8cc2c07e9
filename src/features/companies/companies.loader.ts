import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../shared/database/database.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { RequestLoader } from '../../shared/graphql/loader.js';
import { Company, CompanyVisibility } from './company.entity.js';
import { Membership } from './membership.entity.js';
import { Rule } from './rule.entity.js';

/** Companies by id. Does not ask who may see them: what points to one was visible already. */
@Injectable()
export class CompanyLoader extends RequestLoader<string, Company> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Company>> {
    const rows = await this.database.manager.findBy(Company, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Memberships by `${companyId}/${userId}`. */
@Injectable()
export class MembershipLoader extends RequestLoader<string, Membership> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(keys: readonly string[]): Promise<Map<string, Membership>> {
    const pairs = keys.map((key) => key.split('/') as [string, string]);
    const rows = await this.database.manager
      .createQueryBuilder(Membership, 'm')
      .where('(m.companyId, m.userId) IN (SELECT * FROM unnest(CAST(:companies AS uuid[]), CAST(:users AS uuid[])))', {
        companies: pairs.map(([company]) => company),
        users: pairs.map(([, user]) => user),
      })
      .getMany();
    return new Map(rows.map((row) => [`${row.companyId}/${row.userId}`, row]));
  }
}

/** Companies by id, as far as the viewer may see them: of what outlives a membership. */
@Injectable()
export class VisibleCompanyLoader extends RequestLoader<string, Company> {
  constructor(
    private readonly companies: CompanyLoader,
    private readonly memberships: MembershipLoader,
  ) {
    super();
  }

  protected async fetch(ids: readonly string[], context: GraphqlContext): Promise<Map<string, Company>> {
    const userId = context.req.viewer?.userId;
    const visible = async (id: string): Promise<[string, Company] | []> => {
      const company = await this.companies.of(context).load(id);
      const open = company?.visibility !== CompanyVisibility.PRIVATE;
      const seen = open || (userId && (await this.memberships.of(context).load(`${id}/${userId}`)));
      return company && seen ? [id, company] : [];
    };
    const found = await Promise.all(ids.map(visible));
    return new Map(found.filter((pair) => pair.length === 2));
  }
}

/** The rules in force of a company, in order. */
@Injectable()
export class RulesLoader extends RequestLoader<string, Rule[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Rule[]>> {
    const rows = await this.database.manager
      .createQueryBuilder(Rule, 'rule')
      .where('rule.companyId = ANY(:ids) AND rule.retiredAt IS NULL', { ids })
      .orderBy('rule.position')
      .getMany();
    return new Map(ids.map((id) => [id, rows.filter((row) => row.companyId === id)]));
  }
}

/** How many members a company has. */
@Injectable()
export class MemberCountLoader extends RequestLoader<string, number> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(
      'SELECT company_id AS id, count(*)::integer AS count FROM membership WHERE company_id = ANY($1) GROUP BY company_id',
      [ids],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
