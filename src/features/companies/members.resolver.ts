import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../shared/auth/allow.js';
import { Role, roleAtLeast } from '../../shared/auth/role.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { Connection } from '../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { OK, OkPayload } from '../../shared/graphql/ok.payload.js';
import { User } from '../accounts/user.entity.js';
import { UserLoader } from '../accounts/users.loader.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompanyIdInput } from './companies.inputs.js';
import { CompanyLoader, MembershipLoader } from './companies.loader.js';
import { MembershipConnection } from './companies.type.js';
import { Company } from './company.entity.js';
import { ChangeMemberRoleInput, MembersArgs, MembershipIdInput } from './members.inputs.js';
import { MembersService } from './members.service.js';
import { Membership } from './membership.entity.js';
import { MembershipsService } from './memberships.service.js';

@Resolver(() => Membership)
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly memberships: MembershipsService,
    private readonly list: CompaniesQueries,
    private readonly membershipLoader: MembershipLoader,
    private readonly companies: CompanyLoader,
    private readonly users: UserLoader,
  ) {}

  @Allow('company.member')
  @Query(() => MembershipConnection, { description: 'Members of a company, for its members; longest-standing first.' })
  async companyMembers(@CurrentViewer() viewer: Viewer, @Args() args: MembersArgs): Promise<Connection<Membership>> {
    await this.memberships.require(viewer, args.companyId, 'company.member');
    return this.list.members(args.companyId, args);
  }

  @Allow('company.join')
  @Mutation(() => Membership, { description: 'Makes the viewer a member, as the company’s policy lets.' })
  joinCompany(@CurrentViewer() viewer: Viewer, @Args('input') { companyId }: CompanyIdInput): Promise<Membership> {
    return this.members.join(viewer, companyId);
  }

  @Allow('company.member')
  @Mutation(() => OkPayload, { description: 'Ends the viewer’s membership. The last owner can’t leave.' })
  async leaveCompany(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { companyId }: CompanyIdInput,
  ): Promise<OkPayload> {
    await this.members.leave(viewer, companyId);
    return OK;
  }

  @Allow('company.manage')
  @Mutation(() => Membership, {
    description: 'Gives a member another role. Only owners decide about owners and managers; there is always an owner.',
  })
  changeMemberRole(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeMemberRoleInput): Promise<Membership> {
    return this.members.changeRole(viewer, input.membershipId, input.role);
  }

  @Allow('company.manage')
  @Mutation(() => OkPayload, { description: 'Ends somebody’s membership; what they said stays.' })
  async removeMember(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { membershipId }: MembershipIdInput,
  ): Promise<OkPayload> {
    await this.members.removeMember(viewer, membershipId);
    return OK;
  }

  @ResolveField(() => User, { description: 'Who it is.' })
  user(@Parent() { userId }: Membership, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }

  @ResolveField(() => Company, { description: 'Where.' })
  company(@Parent() { companyId }: Membership, @Context() context: GraphqlContext): Promise<Company | undefined> {
    return this.companies.of(context).load(companyId);
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'Until when they may only read; for themselves and for moderators, else null.',
  })
  async suspendedUntil(
    @Parent() member: Membership,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<Date | null> {
    return (await this.knowsSanctions(member, viewer, context)) ? member.suspendedUntil : null;
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'Until when they may write nothing; for themselves and for moderators, else null.',
  })
  async silencedUntil(
    @Parent() member: Membership,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<Date | null> {
    return (await this.knowsSanctions(member, viewer, context)) ? member.silencedUntil : null;
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'Until when they take no part in rewards; for themselves and for moderators, else null.',
  })
  async excludedUntil(
    @Parent() member: Membership,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<Date | null> {
    return (await this.knowsSanctions(member, viewer, context)) ? member.excludedUntil : null;
  }

  private async knowsSanctions(
    { companyId, userId, suspendedUntil, silencedUntil, excludedUntil }: Membership,
    viewer: Viewer | null,
    context: GraphqlContext,
  ): Promise<boolean> {
    if (!viewer || (!suspendedUntil && !silencedUntil && !excludedUntil)) return false;
    if (viewer.userId === userId) return true;
    const own = await this.membershipLoader.of(context).load(`${companyId}/${viewer.userId}`);
    return roleAtLeast(own?.role, Role.MODERATOR);
  }
}
