import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { Decision } from '../decisions/decision.entity.js';
import { EvasionSignal, SanctionAdvice, SanctionAdviceArgs } from './advice.type.js';
import { Sanction } from './sanction.entity.js';
import { SanctionLoader } from './sanction.loader.js';
import { SanctionAdviceService } from './sanction-advice.service.js';

/** What moderators ask before they sanction somebody. */
@Resolver(() => Sanction)
export class SanctionsResolver {
  constructor(private readonly service: SanctionAdviceService) {}

  @Allow('review.decide')
  @Query(() => SanctionAdvice, { description: 'The next step for a member who breaks a rule again. For moderators.' })
  sanctionAdvice(@CurrentViewer() viewer: Viewer, @Args() args: SanctionAdviceArgs): Promise<SanctionAdvice> {
    return this.service.of(viewer, args);
  }

  @Allow('review.decide')
  @Query(() => [EvasionSignal], {
    description:
      'Suspended accounts that were in the same network as a member within 30 days, 50 at most. For moderators.',
    complexity: 50,
  })
  evasionSignals(@CurrentViewer() viewer: Viewer, @Args() args: SanctionAdviceArgs): Promise<EvasionSignal[]> {
    return this.service.evasion(viewer, args);
  }
}

/** Whose account it is. */
@Resolver(() => EvasionSignal)
export class EvasionSignalResolver {
  constructor(private readonly users: UserLoader) {}

  @ResolveField(() => User, { description: 'The other account.' })
  user(@Parent() { userId }: EvasionSignal, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }
}

/** What a decision imposes. */
@Resolver(() => Decision)
export class DecisionSanctionResolver {
  constructor(private readonly loader: SanctionLoader) {}

  @ResolveField(() => Sanction, { nullable: true, description: 'What it imposes on the author; null for other acts.' })
  async sanction(@Parent() { id }: Decision, @Context() context: GraphqlContext): Promise<Sanction | null> {
    return (await this.loader.of(context).load(id)) ?? null;
  }
}
