import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { User } from '../../../accounts/user.entity.js';
import { UserLoader } from '../../../accounts/users.loader.js';
import { BudgetService } from './budget.service.js';
import { RewardBudget, RewardBudgetArgs } from './budget.types.js';
import { ItemAwardsService } from './item-awards.service.js';
import { ItemAward, ItemAwardConnection, ItemAwardsArgs } from './item-awards.types.js';
import { SimulationService } from './simulation.service.js';
import { RewardSimulation, SimulatedMember, SimulateRewardsInput } from './simulation.types.js';

/** What the staff see of points. */
@Resolver(() => RewardBudget)
export class PointsDeskResolver {
  constructor(
    private readonly budgets: BudgetService,
    private readonly simulations: SimulationService,
    private readonly awards: ItemAwardsService,
  ) {}

  @Allow('company.manage')
  @Query(() => RewardBudget, { description: 'What a company’s points cost it, by month. For managers.' })
  rewardBudget(@CurrentViewer() viewer: Viewer, @Args() args: RewardBudgetArgs): Promise<RewardBudget> {
    return this.budgets.of(viewer, args);
  }

  @Allow('company.manage')
  @Query(() => RewardSimulation, {
    description:
      'What other rules would have given for what happened in the last 90 days; changes nothing. For managers.',
    complexity: 50,
  })
  simulateRewards(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SimulateRewardsInput,
  ): Promise<RewardSimulation> {
    return this.simulations.try(viewer, input);
  }

  @Allow('review.decide')
  @Query(() => ItemAwardConnection, {
    description:
      'What an idea or a comment has earned, so that moderators see what a decision takes back. For moderators.',
  })
  itemAwards(@CurrentViewer() viewer: Viewer, @Args() args: ItemAwardsArgs): Promise<ItemAwardConnection> {
    return this.awards.of(viewer, args);
  }
}

/** Who got it. */
@Resolver(() => ItemAward)
export class ItemAwardResolver {
  constructor(private readonly users: UserLoader) {}

  @ResolveField(() => User, { nullable: true, description: 'Who got it.' })
  async user(@Parent() { userId }: ItemAward, @Context() context: GraphqlContext): Promise<User | null> {
    return (await this.users.of(context).load(userId)) ?? null;
  }
}

/** Who it is. */
@Resolver(() => SimulatedMember)
export class SimulatedMemberResolver {
  constructor(private readonly users: UserLoader) {}

  @ResolveField(() => User, { nullable: true, description: 'Who it is.' })
  async user(@Parent() { userId }: SimulatedMember, @Context() context: GraphqlContext): Promise<User | null> {
    return (await this.users.of(context).load(userId)) ?? null;
  }
}
