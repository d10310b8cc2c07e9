import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { Idea } from '../../ideas/idea.entity.js';
import { IdeaLoader } from '../../ideas/ideas.loader.js';
import { FairPlayArgs } from './fair-play.args.js';
import { FairPlayService } from './fair-play.service.js';
import { FairPlay, FairPlaySignal, IdeaVotesRange, MemberPointsRange, MOST_SHOWN } from './fair-play.type.js';

const there = <T>(found: (T | Error | undefined)[]): T[] =>
  found.flatMap((one) => (one && !(one instanceof Error) ? [one] : []));

@Resolver(() => FairPlay)
export class FairPlayResolver {
  constructor(private readonly service: FairPlayService) {}

  @Allow('company.manage')
  @Query(() => FairPlay, {
    description:
      'What speaks for votes that were farmed or agreed on, as a range. It changes no count and has no consequence; managers only.',
  })
  fairPlay(@CurrentViewer() viewer: Viewer, @Args() args: FairPlayArgs): Promise<FairPlay> {
    return this.service.of(viewer, args);
  }
}

/** Who and what a hint is about. */
@Resolver(() => FairPlaySignal)
export class FairPlaySignalResolver {
  constructor(
    private readonly users: UserLoader,
    private readonly loader: IdeaLoader,
  ) {}

  @ResolveField(() => [User], { description: 'The members, 20 at most.', complexity: MOST_SHOWN })
  async members(@Parent() { memberIds }: FairPlaySignal, @Context() context: GraphqlContext): Promise<User[]> {
    return there(await this.users.of(context).loadMany(memberIds));
  }

  @ResolveField(() => [Idea], { description: 'The ideas, 20 at most.', complexity: MOST_SHOWN })
  async ideas(@Parent() { ideaIds }: FairPlaySignal, @Context() context: GraphqlContext): Promise<Idea[]> {
    return there(await this.loader.of(context).loadMany(ideaIds));
  }
}

/** Whose votes they are. */
@Resolver(() => IdeaVotesRange)
export class IdeaVotesRangeResolver {
  constructor(private readonly ideas: IdeaLoader) {}

  @ResolveField(() => Idea, { nullable: true, description: 'The idea.' })
  async idea(@Parent() { ideaId }: IdeaVotesRange, @Context() context: GraphqlContext): Promise<Idea | null> {
    return (await this.ideas.of(context).load(ideaId)) ?? null;
  }
}

/** Whose points they are. */
@Resolver(() => MemberPointsRange)
export class MemberPointsRangeResolver {
  constructor(private readonly users: UserLoader) {}

  @ResolveField(() => User, { nullable: true, description: 'The member.' })
  async member(@Parent() { userId }: MemberPointsRange, @Context() context: GraphqlContext): Promise<User | null> {
    return (await this.users.of(context).load(userId)) ?? null;
  }
}
