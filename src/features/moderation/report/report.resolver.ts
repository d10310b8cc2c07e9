import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { OverturnsQueries } from './overturns.queries.js';
import { OverturnRates, OverturnsByModerator, OverturnsByRule } from './overturns.types.js';
import { ReportService } from './report.service.js';
import { OverturnRatesArgs, TransparencyReport, TransparencyReportArgs } from './report.types.js';

/** What moderation comes to, in numbers: for everybody, and for managers. */
@Resolver(() => OverturnRates)
export class ReportResolver {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly reports: ReportService,
    private readonly overturns: OverturnsQueries,
  ) {}

  @Public()
  @Query(() => TransparencyReport, {
    description:
      'The transparency report of a company over a period (Regulation (EU) 2022/2065, art. 15 and 24), for everybody who may see the company.',
  })
  async transparencyReport(
    @CurrentViewer() viewer: Viewer | null,
    @Args() { companyId, period }: TransparencyReportArgs,
  ): Promise<TransparencyReport> {
    const { company } = await this.memberships.visible(viewer, companyId);
    return this.reports.of(company.id, period);
  }

  @Allow('company.manage')
  @Query(() => OverturnRates, { description: 'How often decisions of a period were wrong; managers only.' })
  async overturnRates(
    @CurrentViewer() viewer: Viewer,
    @Args() { companyId, since, before }: OverturnRatesArgs,
  ): Promise<OverturnRates> {
    await this.memberships.require(viewer, companyId, 'company.manage');
    return Object.assign(new OverturnRates(), { span: { companyId, since, before } });
  }

  @ResolveField(() => [OverturnsByRule], {
    description: 'By rule or law, those most often overturned first, 200 at most.',
    complexity: 200,
  })
  byRule(@Parent() { span }: OverturnRates): Promise<OverturnsByRule[]> {
    return this.overturns.byRule(span);
  }

  @ResolveField(() => [OverturnsByModerator], {
    description: 'By moderator, those most often overturned first, 200 at most.',
    complexity: 200,
  })
  byModerator(@Parent() { span }: OverturnRates): Promise<OverturnsByModerator[]> {
    return this.overturns.byModerator(span);
  }
}
