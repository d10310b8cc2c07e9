import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerAccount } from '../accounts/viewer-account.entity.js';
import { Membership } from './membership.entity.js';
import { MembershipsService } from './memberships.service.js';

/** The companies that the signed-in person belongs to. */
@Resolver(() => ViewerAccount)
export class ViewerMembershipsResolver {
  constructor(private readonly service: MembershipsService) {}

  @ResolveField(() => [Membership], { description: 'The companies they belong to, the first joined first.' })
  memberships(@Parent() { id }: ViewerAccount): Promise<Membership[]> {
    return this.service.ofUser(id);
  }
}
