import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import { type Connection, PageArgs } from '../../shared/graphql/connection.js';
import { BrandColors, brandColors } from './brand-colors.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompaniesService } from './companies.service.js';
import { CompanyConnection } from './companies.type.js';
import { BrandColorsArgs, CompanySlugArgs, CreateCompanyInput, UpdateCompanyInput } from './companies.inputs.js';
import { CompanySettingsService } from './company-settings.service.js';
import { Company } from './company.entity.js';
import { MembershipsService } from './memberships.service.js';
import { UpdateRulesInput } from './rules.inputs.js';
import { RulesService } from './rules.service.js';

@Resolver(() => Company)
export class CompaniesResolver {
  constructor(
    private readonly list: CompaniesQueries,
    private readonly service: CompaniesService,
    private readonly settings: CompanySettingsService,
    private readonly rules: RulesService,
    private readonly memberships: MembershipsService,
  ) {}

  @Public()
  @Query(() => CompanyConnection, { description: 'Public companies and those the viewer belongs to, newest first.' })
  companies(@CurrentViewer() viewer: Viewer | null, @Args() page: PageArgs): Promise<Connection<Company>> {
    return this.list.companies(viewer?.userId ?? null, page);
  }

  @Public()
  @Query(() => Company, { nullable: true, description: 'One company. NOT_FOUND where the viewer may not know of it.' })
  async company(@CurrentViewer() viewer: Viewer | null, @Args() { slug }: CompanySlugArgs): Promise<Company> {
    return (await this.memberships.visibleBySlug(viewer, slug)).company;
  }

  @Public()
  @Query(() => BrandColors, { name: 'brandColors', description: 'What would become of a colour: for previews.' })
  brandColors(@Args() { color }: BrandColorsArgs): BrandColors {
    return brandColors(color.toLowerCase());
  }

  @Allow('company.create')
  @Mutation(() => Company, { description: 'Founds a company; the viewer becomes its owner.' })
  createCompany(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateCompanyInput): Promise<Company> {
    return this.service.create(viewer, input);
  }

  @Allow('company.manage')
  @Mutation(() => Company, { description: 'Changes settings. CONFLICT when somebody changed them since `version`.' })
  updateCompany(@CurrentViewer() viewer: Viewer, @Args('input') input: UpdateCompanyInput): Promise<Company> {
    return this.settings.update(viewer, input);
  }

  @Allow('company.manage')
  @Mutation(() => Company, { description: 'Replaces the rules. CONFLICT when one that is named holds no longer.' })
  updateRules(@CurrentViewer() viewer: Viewer, @Args('input') input: UpdateRulesInput): Promise<Company> {
    return this.rules.replace(viewer, input);
  }
}
