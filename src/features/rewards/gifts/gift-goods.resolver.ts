import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RewardLoader } from '../catalogue/catalogue.loader.js';
import { Reward } from '../catalogue/reward.entity.js';
import { BadgeLoader } from '../honours/badges/badge.loader.js';
import { Badge } from '../honours/badges/badge.entity.js';
import { WalletLine } from '../points/wallet/wallet.types.js';
import { Gift } from './gift.entity.js';
import { GiftLoader } from './gifts.loader.js';

/** What goes with a note. */
@Resolver(() => Gift)
export class GiftGoodsResolver {
  constructor(
    private readonly badges: BadgeLoader,
    private readonly rewards: RewardLoader,
  ) {}

  @ResolveField(() => Badge, { nullable: true, description: 'The badge, of BADGE.' })
  async badge(@Parent() { badgeId }: Gift, @Context() context: GraphqlContext): Promise<Badge | null> {
    return (badgeId && (await this.badges.of(context).load(badgeId))) || null;
  }

  @ResolveField(() => Reward, { nullable: true, description: 'What of the catalogue, of REWARD.' })
  async reward(@Parent() { rewardId }: Gift, @Context() context: GraphqlContext): Promise<Reward | null> {
    return (rewardId && (await this.rewards.of(context).load(rewardId))) || null;
  }
}

const CAUSE = /^gift:(.+)$/;

/** In the story of somebody’s points: from whom they were given some, and with which words. */
@Resolver(() => WalletLine)
export class WalletGiftResolver {
  constructor(private readonly gifts: GiftLoader) {}

  @ResolveField(() => Gift, { nullable: true, description: 'The gift that these points were, with its note.' })
  async gift(@Parent() { cause }: WalletLine, @Context() context: GraphqlContext): Promise<Gift | null> {
    const id = CAUSE.exec(cause)?.[1];
    return (id && (await this.gifts.of(context).load(id))) || null;
  }
}
