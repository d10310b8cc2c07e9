import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { selectionOf } from '../../../shared/graphql/selection.js';
import { Idea } from '../idea.entity.js';
import { IdeasQueries } from '../reading/ideas.queries.js';
import { AnswerCoauthorInvitationInput, InviteCoauthorInput } from './coauthor.inputs.js';
import { CoauthorsService } from './coauthors.service.js';

@Resolver(() => Idea)
export class CoauthorsResolver {
  constructor(
    private readonly queries: IdeasQueries,
    private readonly coauthors: CoauthorsService,
  ) {}

  @Allow('account.use')
  @Query(() => [Idea], {
    description: 'Ideas that the viewer is asked to write together, asked last first; at most 100.',
    complexity: 100,
  })
  myCoauthorInvitations(@CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo): Promise<Idea[]> {
    return this.queries.invitedTo(viewer, selectionOf(info));
  }

  @Allow('idea.write')
  @Mutation(() => Idea, { description: 'Asks a member to write an idea together.' })
  async inviteCoauthor(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId, userId }: InviteCoauthorInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    await this.coauthors.invite(viewer, ideaId, userId);
    return this.queries.one(viewer, ideaId, selectionOf(info));
  }

  @Allow('idea.write')
  @Mutation(() => Idea, { description: 'Accepts or declines to write an idea together.' })
  async answerCoauthorInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId, accept }: AnswerCoauthorInvitationInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    const changed = await this.coauthors.answer(viewer, ideaId, accept);
    // who declined sees a draft once more, not whenever they decline again
    return this.queries[changed ? 'lastSight' : 'one'](viewer, ideaId, selectionOf(info));
  }

  @Allow('idea.write')
  @Mutation(() => Idea, {
    description: 'Ends a co-authorship or takes back an invitation: by the author, or by the co-author.',
  })
  async removeCoauthor(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId, userId }: InviteCoauthorInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    await this.coauthors.remove(viewer, ideaId, userId);
    return this.queries.lastSight(viewer, ideaId, selectionOf(info));
  }
}
