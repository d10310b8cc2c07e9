import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RewardLoader } from '../catalogue/catalogue.loader.js';
import { Reward } from '../catalogue/reward.entity.js';
import { BadgeLoader } from '../honours/badges/badge.loader.js';
import { Badge } from '../honours/badges/badge.entity.js';
import { Gift } from './gift.entity.js';

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
