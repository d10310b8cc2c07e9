import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditExportController } from './audit/audit-export.controller.js';
import { AuditExport } from './audit/audit-export.service.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { CompanyFieldsResolver } from './company-fields.resolver.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompaniesResolver } from './companies.resolver.js';
import { CompaniesService } from './companies.service.js';
import { CompanySettingsService } from './company-settings.service.js';
import {
  CompanyLoader,
  MemberCountLoader,
  MembershipLoader,
  RulesLoader,
  VisibleCompanyLoader,
} from './companies.loader.js';
import { InvitationMailer } from './invitations/invitation-mailer.js';
import { InvitationsResolver } from './invitations/invitations.resolver.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { MembershipsService } from './memberships.service.js';
import { RulesService } from './rules.service.js';
import { ViewerMembershipsResolver } from './viewer-memberships.resolver.js';

/** Companies, their settings and rules, and who is who in them. */
@Module({
  imports: [AccountsModule],
  controllers: [AuditExportController],
  providers: [
    CompaniesResolver,
    CompanyFieldsResolver,
    CompaniesService,
    CompanySettingsService,
    CompaniesQueries,
    AuditResolver,
    AuditExport,
    RulesService,
    MembersResolver,
    ViewerMembershipsResolver,
    MembersService,
    MembershipsService,
    InvitationsResolver,
    InvitationsService,
    InvitationMailer,
    CompanyLoader,
    VisibleCompanyLoader,
    MembershipLoader,
    RulesLoader,
    MemberCountLoader,
  ],
  exports: [
    CompaniesService,
    MembershipsService,
    MembersService,
    RulesService,
    CompanyLoader,
    MembershipLoader,
    VisibleCompanyLoader,
  ],
})
export class CompaniesModule {}
