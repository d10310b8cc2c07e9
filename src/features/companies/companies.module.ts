import { Module } from '@nestjs/common';
import { CompanyLoader, MemberCountLoader, MembershipLoader, RulesLoader } from './companies.loader.js';
import { MembershipsService } from './memberships.service.js';

@Module({
  providers: [MembershipsService, CompanyLoader, MembershipLoader, RulesLoader, MemberCountLoader],
  exports: [MembershipsService, CompanyLoader, MembershipLoader],
})
export class CompaniesModule {}
