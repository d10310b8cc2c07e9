import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Audit } from '../../shared/audit/audit.js';
import { AuditSubject } from '../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Outbox } from '../../shared/events/outbox.js';
import { FilePurpose } from '../../shared/storage/file.entity.js';
import { FilesService } from '../../shared/storage/files.service.js';
import { CompanyUpdated } from './companies.events.js';
import type { UpdateCompanyInput } from './companies.inputs.js';
import { Company } from './company.entity.js';
import { present, refuseBadSettings } from './company-settings.checks.js';
import { MembershipsService } from './memberships.service.js';

/** A company's settings. */
@Injectable()
export class CompanySettingsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes settings; what is absent stays.
   * @throws DomainError as `require`, CONFLICT when they changed since `version`, VALIDATION_FAILED
   */
  update(viewer: Viewer, { companyId, version, logoFileId, ...input }: UpdateCompanyInput): Promise<Company> {
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const { company } = access;
      if (company.version !== version) throw commonErrors.CONFLICT();
      const given = { ...present(input), ...(logoFileId !== undefined && { logoFileId }) };
      const after = Object.assign(new Company(), company, given);
      after.brandColor = after.brandColor.toLowerCase();
      refuseBadSettings(after);
      const changed = (Object.keys(given) as (keyof Company)[]).filter(
        (key) => !isDeepStrictEqual(company[key], after[key]),
      );
      if (changed.length === 0) return company;
      if (changed.includes('logoFileId'))
        await this.changeLogo(tx, viewer.userId, company.logoFileId, after.logoFileId);
      const now = this.clock.now();
      Object.assign(after, { version: version + 1, updatedAt: now });
      await tx.update(Company, companyId, after);
      const event = { companyId, aggregateId: companyId, actorId: viewer.userId, occurredAt: now };
      await this.outbox.append(tx, CompanyUpdated({ ...event, payload: { changed } }));
      const is = Object.fromEntries(changed.map((key) => [key, after[key]]));
      const act = { action: 'company.update', subject: AuditSubject.COMPANY, subjectId: companyId } as const;
      await this.audit.record(tx, viewer, access, { ...act, was: company, is });
      return after;
    });
  }

  private async changeLogo(
    tx: Transaction,
    userId: string,
    before: string | null,
    after: string | null,
  ): Promise<void> {
    if (after) await this.files.claim(tx, after, userId, FilePurpose.LOGO, 'logoFileId');
    if (before) await this.files.release(tx, [before]);
  }
}
