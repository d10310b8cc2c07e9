import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Role, roleAtLeast } from '../../shared/auth/role.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { fileUrl } from '../../shared/storage/file-url.js';
import { FileLoader } from '../../shared/storage/files.loader.js';
import { renderMarkdown } from '../../shared/text/markdown.js';
import { UserLoader } from '../accounts/users.loader.js';
import { BrandColors, brandColors } from './brand-colors.js';
import { MemberCountLoader, MembershipLoader, RulesLoader } from './companies.loader.js';
import { Company } from './company.entity.js';
import { companyPermissions } from './company.policy.js';
import { CompanyPermissions } from './company-permissions.type.js';
import { Membership } from './membership.entity.js';
import { Rule } from './rule.entity.js';

/** What a company shows besides its own columns. */
@Resolver(() => Company)
export class CompanyFieldsResolver {
  constructor(
    private readonly files: FileLoader,
    private readonly rulesOf: RulesLoader,
    private readonly counts: MemberCountLoader,
    private readonly memberships: MembershipLoader,
    private readonly users: UserLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [String], {
    nullable: true,
    description: 'Domains of the policy EMAIL_DOMAIN; managers only, else null.',
  })
  async emailDomains(
    @Parent() company: Company,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<string[] | null> {
    const membership = await this.viewerMembership(company, viewer, context);
    return roleAtLeast(membership?.role, Role.MANAGER) ? company.emailDomains : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The address of its logo.' })
  async logoUrl(@Parent() { logoFileId }: Company, @Context() context: GraphqlContext): Promise<string | null> {
    const file = logoFileId && (await this.files.of(context).load(logoFileId));
    return file ? fileUrl(file) : null;
  }

  @ResolveField(() => BrandColors, { description: 'Its colour as it is used: in shades that can be read.' })
  brand(@Parent() { brandColor }: Company): BrandColors {
    return brandColors(brandColor);
  }

  @ResolveField(() => String, { description: 'The guidelines as safe HTML.' })
  guidelinesHtml(@Parent() { guidelines }: Company): string {
    return renderMarkdown(guidelines);
  }

  @ResolveField(() => [Rule], { description: 'The rules in force, in order.' })
  async rules(@Parent() { id }: Company, @Context() context: GraphqlContext): Promise<Rule[]> {
    return (await this.rulesOf.of(context).load(id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'How many members it has.' })
  async memberCount(@Parent() { id }: Company, @Context() context: GraphqlContext): Promise<number> {
    return (await this.counts.of(context).load(id)) ?? 0;
  }

  @ResolveField(() => Membership, { nullable: true, description: 'The viewer as a member; null when they are none.' })
  async viewerMembership(
    @Parent() { id }: Company,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<Membership | null> {
    return viewer && ((await this.memberships.of(context).load(`${id}/${viewer.userId}`)) ?? null);
  }

  @ResolveField(() => CompanyPermissions, { description: 'What the viewer may do here now.' })
  async viewerCan(
    @Parent() company: Company,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<CompanyPermissions> {
    const membership = await this.viewerMembership(company, viewer, context);
    const user = (viewer && (await this.users.of(context).load(viewer.userId))) ?? null;
    return companyPermissions({ company, membership, user }, this.clock.now());
  }
}
