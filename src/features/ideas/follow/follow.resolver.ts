import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { IdeaIdInput } from '../../../shared/graphql/idea-id.input.js';
import { selectionOf } from '../../../shared/graphql/selection.js';
import { Idea } from '../idea.entity.js';
import { IdeasQueries } from '../reading/ideas.queries.js';
import { FollowsService } from './follows.service.js';

@Resolver(() => Idea)
export class FollowResolver {
  constructor(
    private readonly queries: IdeasQueries,
    private readonly follows: FollowsService,
  ) {}

  @Allow('idea.follow')
  @Mutation(() => Idea, {
    description: 'Follows an idea: the viewer hears what becomes of it. Following it already changes nothing.',
  })
  async followIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId }: IdeaIdInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    await this.follows.set(viewer, ideaId, true);
    return this.queries.one(viewer, ideaId, selectionOf(info));
  }

  @Allow('idea.follow')
  @Mutation(() => Idea, {
    description: 'Stops following an idea, for good: later votes and comments do not make the viewer follow it again.',
  })
  async unfollowIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId }: IdeaIdInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    await this.follows.set(viewer, ideaId, false);
    return this.queries.one(viewer, ideaId, selectionOf(info));
  }
}
