import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Company, CompanyVisibility } from '../../companies/company.entity.js';
import { MembershipsService } from '../../companies/memberships.service.js';

/** What an address holds is not asked for before it could be one. */
const SLUG = /^[a-z0-9-]+$/;

/** Whose logs there are to read: those of public companies for everybody, the others for their members. */
@Injectable()
export class LogCompanies {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /** Null for what is not for everybody, as pages are asked for without saying by whom. */
  async public(slug: string): Promise<Company | null> {
    if (!SLUG.test(slug)) return null;
    return this.database.manager.findOneBy(Company, { slug, visibility: CompanyVisibility.PUBLIC });
  }

  /** @throws DomainError NOT_FOUND */
  async visible(viewer: Viewer | undefined, slug: string): Promise<{ company: Company; isPublic: boolean }> {
    if (!SLUG.test(slug)) throw commonErrors.NOT_FOUND();
    const { company } = await this.memberships.visibleBySlug(viewer ?? null, slug);
    return { company, isPublic: company.visibility === CompanyVisibility.PUBLIC };
  }
}
