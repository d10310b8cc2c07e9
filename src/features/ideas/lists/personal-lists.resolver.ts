import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow, Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { Connection } from '../../../shared/graphql/connection.js';
import { selectionOf, within } from '../../../shared/graphql/selection.js';
import { Idea } from '../idea.entity.js';
import { IdeaConnection } from './list-ideas.args.js';
import { Loop, MemberIdeasArgs, MyIdeasArgs, MyLoopArgs, PersonalIdeasArgs } from './personal-lists.args.js';
import { PersonalListsQueries } from './personal-lists.queries.js';

const nodes = (info: GraphQLResolveInfo) => within(selectionOf(info), 'edges', 'node');

/** What one person has to do with, in all companies. */
@Resolver(() => Idea)
export class PersonalListsResolver {
  constructor(private readonly lists: PersonalListsQueries) {}

  @Allow('account.use')
  @Query(() => IdeaConnection, {
    description: 'What the viewer writes, as author or co-author, drafts included; newest first.',
  })
  myIdeas(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyIdeasArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Idea>> {
    return this.lists.mine(viewer, args, nodes(info));
  }

  @Allow('account.use')
  @Query(() => IdeaConnection, { description: 'Ideas that the viewer has voted for or against, newest vote first.' })
  myVotes(
    @CurrentViewer() viewer: Viewer,
    @Args() args: PersonalIdeasArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Idea>> {
    return this.lists.voted(viewer, args, nodes(info));
  }

  @Allow('account.use')
  @Query(() => IdeaConnection, { description: 'Ideas that the viewer follows, followed last first.' })
  myFollowedIdeas(
    @CurrentViewer() viewer: Viewer,
    @Args() args: PersonalIdeasArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Idea>> {
    return this.lists.followed(viewer, args, nodes(info));
  }

  @Public()
  @Query(() => IdeaConnection, {
    description: 'Published ideas of a person that the viewer may see, newest first; none of a former member.',
  })
  memberIdeas(
    @CurrentViewer() viewer: Viewer | null,
    @Args() args: MemberIdeasArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Idea>> {
    return this.lists.ofMember(viewer, args, nodes(info));
  }

  @Allow('account.use')
  @Query(() => Loop, { description: 'What moved among the ideas that the viewer follows.' })
  myLoop(
    @CurrentViewer() viewer: Viewer,
    @Args() { since }: MyLoopArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Loop> {
    return this.lists.loop(viewer, since, within(selectionOf(info), 'ideas'));
  }
}
