import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { Membership } from '../../companies/membership.entity.js';
import { TrustService } from './trust.service.js';
import { FixTrustLevelInput, TrustProgress, TrustProgressArgs } from './trust.type.js';

/** Levels of trust. */
@Resolver(() => TrustProgress)
export class TrustResolver {
  constructor(private readonly service: TrustService) {}

  @Allow('company.member')
  @Query(() => TrustProgress, { description: 'How far the viewer has come here, and what is missing to more trust.' })
  trustProgress(@CurrentViewer() viewer: Viewer, @Args() { companyId }: TrustProgressArgs): Promise<TrustProgress> {
    return this.service.progress(viewer, companyId);
  }

  @Allow('company.manage')
  @Mutation(() => Membership, { description: 'Fixes a member’s level of trust, or leaves it to the rules again.' })
  fixTrustLevel(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The parts of the request.' }) input: FixTrustLevelInput,
  ): Promise<Membership> {
    return this.service.fix(viewer, input);
  }
}
