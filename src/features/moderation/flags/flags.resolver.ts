import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { Rule } from '../../companies/rule.entity.js';
import { Review } from '../reviews/review.entity.js';
import { RuleLoader } from '../reviews/rule.loader.js';
import { Flag } from './flag.entity.js';
import { FlagItemInput, WithdrawFlagInput } from './flag.inputs.js';
import { MOST_FLAGS, ReviewFlagsLoader } from './flags.loader.js';
import { FlagsService, FlagWithdrawal } from './flags.service.js';

const INPUT = { description: 'The parts of the request.' };

/** Reports: made, taken back, read. */
@Resolver(() => Flag)
export class FlagsResolver {
  constructor(
    private readonly service: FlagsService,
    private readonly withdrawal: FlagWithdrawal,
    private readonly users: UserLoader,
    private readonly rules: RuleLoader,
  ) {}

  @Allow('flag.raise')
  @Mutation(() => Flag, {
    description:
      'Reports a public idea or comment of somebody else, or a member, to the moderators. For members, once per item.',
  })
  flagItem(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: FlagItemInput): Promise<Flag> {
    return this.service.raise(viewer, input);
  }

  @Allow('flag.raise')
  @Mutation(() => Flag, { description: 'Takes the viewer’s own report back, until it was decided.' })
  withdrawFlag(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: WithdrawFlagInput): Promise<Flag> {
    return this.withdrawal.withdraw(viewer, input);
  }

  @ResolveField(() => User, { nullable: true, description: 'Who reported; null for a notice from outside.' })
  async flagger(@Parent() { flaggerId }: Flag, @Context() context: GraphqlContext): Promise<User | null> {
    return (flaggerId && (await this.users.of(context).load(flaggerId))) || null;
  }

  @ResolveField(() => Rule, {
    nullable: true,
    description: 'The rule that it breaks; null: it is reported as illegal.',
  })
  async rule(@Parent() { ruleId }: Flag, @Context() context: GraphqlContext): Promise<Rule | null> {
    return (ruleId && (await this.rules.of(context).load(ruleId))) || null;
  }
}

/** Who reported what a review is about. */
@Resolver(() => Review)
export class ReviewFlagsResolver {
  constructor(private readonly loader: ReviewFlagsLoader) {}

  @ResolveField(() => [Flag], {
    description: 'Who reported it and has not taken that back, what weighs most first; at most 20.',
    complexity: MOST_FLAGS,
  })
  async flags(@Parent() { id }: Review, @Context() context: GraphqlContext): Promise<Flag[]> {
    return (await this.loader.of(context).load(id))?.flags ?? [];
  }

  @ResolveField(() => Int, { description: 'How many have reported it.' })
  async flagCount(@Parent() { id }: Review, @Context() context: GraphqlContext): Promise<number> {
    return (await this.loader.of(context).load(id))?.count ?? 0;
  }
}
