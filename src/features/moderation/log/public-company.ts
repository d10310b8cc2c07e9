import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Company, CompanyVisibility } from '../../companies/company.entity.js';

/** Companies as they are for everybody: of the others' logs only the API tells, and only their members. */
@Injectable()
export class PublicCompanies {
  constructor(private readonly database: Database) {}

  async find(slug: string): Promise<Company | null> {
    // what an address holds is not asked for before it could be one
    if (!/^[a-z0-9-]+$/.test(slug)) return null;
    return this.database.manager.findOneBy(Company, { slug, visibility: CompanyVisibility.PUBLIC });
  }

  /** @throws DomainError NOT_FOUND */
  async get(slug: string): Promise<Company> {
    const company = await this.find(slug);
    if (!company) throw commonErrors.NOT_FOUND();
    return company;
  }
}
