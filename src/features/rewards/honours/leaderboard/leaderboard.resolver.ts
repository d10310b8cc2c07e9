import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { User } from '../../../accounts/user.entity.js';
import { UserLoader } from '../../../accounts/users.loader.js';
import { LeaderboardService, NEIGHBOURS } from './leaderboard.service.js';
import { LeaderboardArgs, LeaderboardEntryConnection, LeaderboardEntry } from './leaderboard.types.js';

/** Leaderboards. */
@Resolver(() => LeaderboardEntryConnection)
export class LeaderboardResolver {
  constructor(private readonly service: LeaderboardService) {}

  @Allow('company.member')
  @Query(() => LeaderboardEntryConnection, {
    description: 'Who has earned most of all time, in a month, or in a challenge. For members.',
  })
  leaderboard(@CurrentViewer() viewer: Viewer, @Args() args: LeaderboardArgs): Promise<LeaderboardEntryConnection> {
    return this.service.page(viewer, args);
  }

  @ResolveField(() => [LeaderboardEntry], {
    description: `Where the viewer stands, with up to ${NEIGHBOURS} before and after them; nothing where they are not listed.`,
    complexity: 10,
  })
  around(@Parent() board: LeaderboardEntryConnection, @CurrentViewer() viewer: Viewer): Promise<LeaderboardEntry[]> {
    return this.service.around(viewer, board);
  }
}

/** A row of a leaderboard. */
@Resolver(() => LeaderboardEntry)
export class LeaderboardEntryResolver {
  constructor(private readonly users: UserLoader) {}

  @ResolveField(() => User, { description: 'Who it is.' })
  user(@Parent() { userId }: LeaderboardEntry, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the viewer.' })
  isViewer(@Parent() { userId }: LeaderboardEntry, @CurrentViewer() viewer: Viewer): boolean {
    return userId === viewer.userId;
  }
}
