import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { User } from '../accounts/user.entity.js';
import { UserLoader } from '../accounts/users.loader.js';
import { ChallengeExtension } from './challenge-extension.entity.js';
import { Challenge } from './challenge.entity.js';
import { CriteriaLoader, ExtensionsLoader, PhasesLoader, PrizesLoader } from './challenge.loader.js';
import { Criterion } from './criterion.entity.js';
import { Phase } from './phase.entity.js';
import { Prize } from './prize.entity.js';

/** The rows that belong to a challenge. */
@Resolver(() => Challenge)
export class ChallengePartsResolver {
  constructor(
    private readonly allPhases: PhasesLoader,
    private readonly allPrizes: PrizesLoader,
    private readonly allCriteria: CriteriaLoader,
    private readonly allExtensions: ExtensionsLoader,
  ) {}

  @ResolveField(() => [Phase], { description: 'Its phases, in order.' })
  phases(@Parent() { id }: Challenge, @Context() context: GraphqlContext): Promise<Phase[] | undefined> {
    return this.allPhases.of(context).load(id);
  }

  @ResolveField(() => [Prize], { description: 'What can be won, by place.' })
  prizes(@Parent() { id }: Challenge, @Context() context: GraphqlContext): Promise<Prize[] | undefined> {
    return this.allPrizes.of(context).load(id);
  }

  @ResolveField(() => [Criterion], { description: 'How ideas are evaluated.' })
  criteria(@Parent() { id }: Challenge, @Context() context: GraphqlContext): Promise<Criterion[] | undefined> {
    return this.allCriteria.of(context).load(id);
  }

  @ResolveField(() => [ChallengeExtension], { description: 'The times that a phase was made longer, oldest first.' })
  extensions(
    @Parent() { id }: Challenge,
    @Context() context: GraphqlContext,
  ): Promise<ChallengeExtension[] | undefined> {
    return this.allExtensions.of(context).load(id);
  }
}

@Resolver(() => ChallengeExtension)
export class ChallengeExtensionResolver {
  constructor(
    private readonly allPhases: PhasesLoader,
    private readonly users: UserLoader,
  ) {}

  @ResolveField(() => Phase, { description: 'The phase.' })
  async phase(
    @Parent() { challengeId, phaseId }: ChallengeExtension,
    @Context() context: GraphqlContext,
  ): Promise<Phase | undefined> {
    const phases = await this.allPhases.of(context).load(challengeId);
    return phases?.find(({ id }) => id === phaseId);
  }

  @ResolveField(() => User, { description: 'Who decided it.' })
  by(@Parent() { byId }: ChallengeExtension, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(byId);
  }
}
