import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { Connection } from '../../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { User } from '../../../accounts/user.entity.js';
import { UserLoader } from '../../../accounts/users.loader.js';
import { Challenge } from '../../../challenges/challenge.entity.js';
import { ChallengeLoader } from '../../../challenges/challenge.loader.js';
import { VisibleCompanyLoader } from '../../../companies/companies.loader.js';
import { Winner } from '../winners/winner.entity.js';
import { WinnerLoader } from '../winners/winners.loader.js';
import { DELIVERY, DeliveryField } from './claim.policy.js';
import { ClaimDesk } from './claim-desk.service.js';
import {
  AcceptPrizeInput,
  ClaimIdInput,
  ClaimVersionInput,
  DeliveryDetails,
  MarkPrizeSentInput,
  MyPrizeClaimsArgs,
  PrizeClaimConnection,
  PrizeClaimsArgs,
} from './claim.inputs.js';
import { ClaimsQueries } from './claims.queries.js';
import { ClaimsService } from './claims.service.js';
import { PrizeClaim } from './prize-claim.entity.js';

/** What winners do with their prizes. */
@Resolver(() => PrizeClaim)
export class MyClaimsResolver {
  constructor(
    private readonly queries: ClaimsQueries,
    private readonly claims: ClaimsService,
  ) {}

  @Allow('account.use')
  @Query(() => PrizeClaimConnection, { description: 'What the viewer has won, the newest first.' })
  myPrizeClaims(@CurrentViewer() { userId }: Viewer, @Args() args: MyPrizeClaimsArgs): Promise<Connection<PrizeClaim>> {
    return this.queries.page({ ...args, userId });
  }

  @Allow('challenge.participate')
  @Mutation(() => PrizeClaim, { description: 'Accepts a prize, and says where it should go.' })
  acceptPrize(@CurrentViewer() viewer: Viewer, @Args('input') input: AcceptPrizeInput): Promise<PrizeClaim> {
    return this.claims.accept(viewer, input);
  }

  @Allow('account.use')
  @Mutation(() => PrizeClaim, { description: 'Declines a prize that was not sent yet.' })
  declinePrize(@CurrentViewer() viewer: Viewer, @Args('input') input: ClaimVersionInput): Promise<PrizeClaim> {
    return this.claims.decline(viewer, input);
  }

  @Allow('account.use')
  @Mutation(() => PrizeClaim, { description: 'Says that a prize has arrived; what the delivery needed is forgotten.' })
  confirmPrize(@CurrentViewer() viewer: Viewer, @Args('input') input: ClaimVersionInput): Promise<PrizeClaim> {
    return this.claims.confirm(viewer, input);
  }

  @ResolveField(() => String, { nullable: true, description: 'How to find what was sent; for the winner alone.' })
  tracking(@Parent() claim: PrizeClaim, @Context() { req }: GraphqlContext): string | null {
    return this.claims.tracking(claim, req.viewer);
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether where it goes, or how to find it, cannot be opened any more: the key that sealed it is gone. While it is accepted its winner accepts it again, with the details.',
  })
  unreadable(@Parent() claim: PrizeClaim): boolean {
    return this.claims.isLost(claim);
  }
}

/** Managers send prizes. */
@Resolver(() => PrizeClaim)
export class ClaimDeskResolver {
  constructor(private readonly desk: ClaimDesk) {}

  @Allow('challenge.manage')
  @Query(() => PrizeClaimConnection, { description: 'Claims of a company, the newest first. For managers.' })
  prizeClaims(@CurrentViewer() viewer: Viewer, @Args() args: PrizeClaimsArgs): Promise<Connection<PrizeClaim>> {
    return this.desk.list(viewer, args);
  }

  @Allow('challenge.manage')
  @Mutation(() => DeliveryDetails, {
    description: 'Where a prize is to go; that it was read is kept in the audit. For managers.',
  })
  revealDelivery(@CurrentViewer() viewer: Viewer, @Args('input') input: ClaimIdInput): Promise<DeliveryDetails> {
    return this.desk.reveal(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => PrizeClaim, { description: 'Says that an accepted prize was sent or paid. For managers.' })
  markPrizeSent(@CurrentViewer() viewer: Viewer, @Args('input') input: MarkPrizeSentInput): Promise<PrizeClaim> {
    return this.desk.sent(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => PrizeClaim, { description: 'Says that a sent prize has arrived. For managers.' })
  markPrizeReceived(@CurrentViewer() viewer: Viewer, @Args('input') input: ClaimVersionInput): Promise<PrizeClaim> {
    return this.desk.received(viewer, input);
  }
}

/** What belongs to a claim. */
@Resolver(() => PrizeClaim)
export class ClaimFieldsResolver {
  constructor(
    private readonly winners: WinnerLoader,
    private readonly challenges: ChallengeLoader,
    private readonly companies: VisibleCompanyLoader,
    private readonly users: UserLoader,
  ) {}

  @ResolveField(() => Winner, { description: 'The idea that has won, and what.' })
  winner(@Parent() { winnerId }: PrizeClaim, @Context() context: GraphqlContext): Promise<Winner | undefined> {
    return this.winners.of(context).load(winnerId);
  }

  @ResolveField(() => Challenge, {
    nullable: true,
    description: 'Where it was won; null where the viewer sees its company no more.',
  })
  async challenge(
    @Parent() { challengeId, companyId }: PrizeClaim,
    @Context() context: GraphqlContext,
  ): Promise<Challenge | null> {
    const seen = await this.companies.of(context).load(companyId);
    return (seen && (await this.challenges.of(context).load(challengeId))) ?? null;
  }

  @ResolveField(() => User, { description: 'Whose it is.' })
  user(@Parent() { userId }: PrizeClaim, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }

  @ResolveField(() => [DeliveryField], { description: 'What must be said to accept it.' })
  deliveryNeeds(@Parent() { kind }: PrizeClaim): DeliveryField[] {
    return DELIVERY[kind].needed;
  }

  @ResolveField(() => [DeliveryField], { description: 'What may be said besides.' })
  deliveryOptions(@Parent() { kind }: PrizeClaim): DeliveryField[] {
    return DELIVERY[kind].optional;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is known where it goes, until that is erased.' })
  hasDetails(@Parent() { details }: PrizeClaim): boolean {
    return details !== null;
  }
}
