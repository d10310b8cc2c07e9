import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { Connection } from '../../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { User } from '../../../accounts/user.entity.js';
import { UserLoader } from '../../../accounts/users.loader.js';
import { VisibleCompanyLoader } from '../../../companies/companies.loader.js';
import { Company } from '../../../companies/company.entity.js';
import { CodeLoader, RewardLoader } from '../catalogue.loader.js';
import { Reward } from '../reward.entity.js';
import { Deliveries } from './deliveries.service.js';
import { OwnRedemptions } from './own-redemptions.service.js';
import { RedeemService } from './redeem.service.js';
import { Redemption } from './redemption.entity.js';
import {
  EndRedemptionInput,
  FulfilRedemptionInput,
  RedeemRewardInput,
  RedemptionConnection,
  RedemptionDelivery,
  RedemptionIdInput,
  RedemptionsArgs,
  SetRedemptionDeliveryInput,
  ViewerRedemptionsArgs,
} from './redemption.inputs.js';
import { RedemptionDesk } from './redemption-desk.service.js';
import { RedemptionsQueries } from './redemptions.queries.js';

const INPUT = { description: 'The parts of the request.' };

/** What members redeem. */
@Resolver(() => Redemption)
export class OwnRedemptionsResolver {
  constructor(
    private readonly queries: RedemptionsQueries,
    private readonly redeemer: RedeemService,
    private readonly own: OwnRedemptions,
  ) {}

  @Allow('account.use')
  @Query(() => RedemptionConnection, { description: 'What the viewer has redeemed or was given, the latest first.' })
  viewerRedemptions(
    @CurrentViewer() viewer: Viewer,
    @Args() args: ViewerRedemptionsArgs,
  ): Promise<Connection<Redemption>> {
    return this.queries.own(viewer, args);
  }

  @Allow('reward.redeem')
  @Mutation(() => Redemption, { description: 'Gets a reward for points; a code at once.' })
  redeemReward(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: RedeemRewardInput): Promise<Redemption> {
    return this.redeemer.redeem(viewer, input);
  }

  @Allow('account.use')
  @Mutation(() => Redemption, { description: 'Ends something of one’s own that waits; the points are back.' })
  cancelRedemption(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) { redemptionId }: RedemptionIdInput,
  ): Promise<Redemption> {
    return this.own.cancel(viewer, redemptionId);
  }

  @Allow('account.use')
  @Mutation(() => Redemption, { description: 'Says where something of one’s own that waits is to be sent.' })
  setRedemptionDelivery(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: SetRedemptionDeliveryInput,
  ): Promise<Redemption> {
    return this.own.setDelivery(viewer, input);
  }
}

/** What managers hand over. */
@Resolver(() => Redemption)
export class RedemptionDeskResolver {
  constructor(
    private readonly queries: RedemptionsQueries,
    private readonly desk: RedemptionDesk,
  ) {}

  @Allow('reward.manage')
  @Query(() => RedemptionConnection, {
    description:
      'What members have redeemed: what waits, the longest waiting first; else the latest first. For managers.',
  })
  redemptions(@CurrentViewer() viewer: Viewer, @Args() args: RedemptionsArgs): Promise<Connection<Redemption>> {
    return this.queries.ofCompany(viewer, args);
  }

  @Allow('reward.manage')
  @Mutation(() => Redemption, { description: 'Says that something was handed over. For managers.' })
  fulfilRedemption(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: FulfilRedemptionInput,
  ): Promise<Redemption> {
    return this.desk.fulfil(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => Redemption, { description: 'Ends something that waits; the points are back. For managers.' })
  refuseRedemption(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: EndRedemptionInput,
  ): Promise<Redemption> {
    return this.desk.refuse(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => Redemption, { description: 'Gives the points of something that was handed over back. For managers.' })
  refundRedemption(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: EndRedemptionInput,
  ): Promise<Redemption> {
    return this.desk.refund(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => RedemptionDelivery, {
    nullable: true,
    description: 'Where to send something, on the record; null where it is not known, or no more. For managers.',
  })
  revealRedemptionDelivery(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) { redemptionId }: RedemptionIdInput,
  ): Promise<RedemptionDelivery | null> {
    return this.desk.reveal(viewer, redemptionId);
  }
}

/** What a redemption shows besides its own columns. */
@Resolver(() => Redemption)
export class RedemptionFieldsResolver {
  constructor(
    private readonly rewards: RewardLoader,
    private readonly users: UserLoader,
    private readonly companies: VisibleCompanyLoader,
    private readonly codes: CodeLoader,
    private readonly deliveries: Deliveries,
  ) {}

  @ResolveField(() => Reward, { description: 'What it is.' })
  reward(@Parent() { rewardId }: Redemption, @Context() context: GraphqlContext): Promise<Reward | undefined> {
    return this.rewards.of(context).load(rewardId);
  }

  @ResolveField(() => User, { description: 'Whose it is.' })
  user(@Parent() { userId }: Redemption, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }

  @ResolveField(() => Company, {
    nullable: true,
    description: 'Of which company; null where the viewer sees it no more.',
  })
  async company(@Parent() { companyId }: Redemption, @Context() context: GraphqlContext): Promise<Company | null> {
    return (await this.companies.of(context).load(companyId)) ?? null;
  }

  @ResolveField(() => User, { nullable: true, description: 'Who gave it, of a gift.' })
  async givenBy(@Parent() { grantedById }: Redemption, @Context() context: GraphqlContext): Promise<User | null> {
    return (grantedById && (await this.users.of(context).load(grantedById))) || null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The code; only for whose it is.' })
  async code(
    @Parent() { id, userId }: Redemption,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<string | null> {
    return userId === viewer.userId ? ((await this.codes.of(context).load(id)) ?? null) : null;
  }

  @ResolveField(() => RedemptionDelivery, { nullable: true, description: 'Where it is sent; only for whose it is.' })
  delivery(@Parent() redemption: Redemption, @CurrentViewer() viewer: Viewer): RedemptionDelivery | null {
    return redemption.userId === viewer.userId ? this.deliveries.tryOpen(redemption) : null;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether its code, or where it goes, cannot be opened any more: the key that sealed it is gone.',
  })
  async unreadable(
    @Parent() redemption: Redemption,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<boolean> {
    const own = redemption.userId === viewer.userId;
    return this.deliveries.isLost(redemption) || (own && (await this.codes.of(context).load(redemption.id)) === null);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is known where to send it.' })
  hasDelivery(@Parent() { delivery }: Redemption): boolean {
    return delivery !== null;
  }
}
