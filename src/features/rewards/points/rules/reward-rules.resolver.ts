import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import { RewardRulesService } from './reward-rules.service.js';
import { RewardRules, RewardRulesArgs, UpdateRewardRulesInput } from './reward-rules.types.js';

@Resolver(() => RewardRules)
export class RewardRulesResolver {
  constructor(private readonly service: RewardRulesService) {}

  @Public()
  @Query(() => RewardRules, { description: 'What earns points in a company, for all who see it.' })
  rewardRules(@CurrentViewer() viewer: Viewer | null, @Args() { companyId }: RewardRulesArgs): Promise<RewardRules> {
    return this.service.of(viewer, companyId);
  }

  @Allow('company.manage')
  @Mutation(() => RewardRules, {
    description:
      'Changes what earns points, for what happens from now or a later moment on. For managers; CONFLICT when somebody changed it since `version`.',
  })
  updateRewardRules(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: UpdateRewardRulesInput,
  ): Promise<RewardRules> {
    return this.service.update(viewer, input);
  }
}
