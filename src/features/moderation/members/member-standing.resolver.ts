import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Sanction, SanctionKind } from '../sanctions/sanction.entity.js';
import { MemberStandingService } from './member-standing.service.js';
import { MemberStanding, MemberStandingArgs } from './member-standing.type.js';

/** A member as moderators see them. */
@Resolver(() => Sanction)
export class MemberStandingResolver {
  constructor(
    private readonly service: MemberStandingService,
    private readonly clock: Clock,
  ) {}

  @Allow('review.decide')
  @Query(() => MemberStanding, { description: 'A member’s sanctions and trust. For moderators.' })
  memberStanding(
    @CurrentViewer() viewer: Viewer,
    @Args() { membershipId }: MemberStandingArgs,
  ): Promise<MemberStanding> {
    return this.service.of(viewer, membershipId);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is borne now: not lifted, and not over. A warning is none.' })
  inForce(@Parent() { kind, endsAt, liftedAt }: Sanction): boolean {
    return kind !== SanctionKind.WARNING && !liftedAt && (!endsAt || endsAt > this.clock.now());
  }
}
