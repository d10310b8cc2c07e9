import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { TokenInput } from '../../../shared/graphql/token.input.js';
import { CompanyArgs } from '../companies.inputs.js';
import { CompanyLoader } from '../companies.loader.js';
import { Company } from '../company.entity.js';
import { Membership } from '../membership.entity.js';
import { Invitation, InvitationPreview } from './invitation.entity.js';
import { InvitationArgs, InvitationIdInput, InviteMemberInput } from './invitations.inputs.js';
import { InvitationsService } from './invitations.service.js';

@Resolver(() => Invitation)
export class InvitationsResolver {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly companies: CompanyLoader,
  ) {}

  @Allow('company.manage')
  @Query(() => [Invitation], {
    description: 'Invitations of a company, newest first, at most 500; for managers.',
    complexity: 500,
  })
  companyInvitations(@CurrentViewer() viewer: Viewer, @Args() { companyId }: CompanyArgs): Promise<Invitation[]> {
    return this.invitations.list(viewer, companyId);
  }

  @Public()
  @Query(() => InvitationPreview, {
    nullable: true,
    description: 'What an invitation says, for whoever holds its secret; null when it can’t be accepted any more.',
  })
  invitation(@Args() { token }: InvitationArgs): Promise<InvitationPreview | null> {
    return this.invitations.preview(token);
  }

  @Allow('company.manage')
  @Mutation(() => Invitation, { description: 'Invites somebody by mail. The invitation holds for seven days.' })
  inviteMember(@CurrentViewer() viewer: Viewer, @Args('input') input: InviteMemberInput): Promise<Invitation> {
    return this.invitations.invite(viewer, input);
  }

  @Allow('company.manage')
  @Mutation(() => Invitation, { description: 'Takes an invitation back that nobody has accepted yet.' })
  revokeInvitation(@CurrentViewer() viewer: Viewer, @Args('input') input: InvitationIdInput): Promise<Invitation> {
    return this.invitations.revoke(viewer, input.invitationId);
  }

  @Allow('company.join')
  @Mutation(() => Membership, { description: 'Accepts an invitation that was sent to the viewer’s confirmed address.' })
  acceptInvitation(@CurrentViewer() viewer: Viewer, @Args('input') { token }: TokenInput): Promise<Membership> {
    return this.invitations.accept(viewer, token);
  }

  @ResolveField(() => Company, { description: 'The inviting company.' })
  company(@Parent() { companyId }: Invitation, @Context() context: GraphqlContext): Promise<Company | undefined> {
    return this.companies.of(context).load(companyId);
  }

  @ResolveField(() => Boolean, { description: 'Whether it has been accepted.' })
  accepted(@Parent() { acceptedAt }: Invitation): boolean {
    return acceptedAt !== null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it was taken back.' })
  revoked(@Parent() { revokedAt }: Invitation): boolean {
    return revokedAt !== null;
  }
}
