import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { IdeaIdInput } from '../../shared/graphql/idea-id.input.js';
import { selectionOf } from '../../shared/graphql/selection.js';
import { Idea } from '../ideas/idea.entity.js';
import { IdeaLoader } from '../ideas/ideas.loader.js';
import { VoteInput } from './vote.input.js';
import { type Standing, VotesService } from './votes.service.js';

/** What the batch itself answers: nothing more is read when nothing more is asked. */
const KNOWN = new Set([
  '__typename',
  'id',
  'upCount',
  'downCount',
  'score',
  'viewerVote',
  'viewerFollows',
  'followerCount',
]);

@Resolver(() => Idea)
export class VotesResolver {
  constructor(
    private readonly votes: VotesService,
    private readonly ideas: IdeaLoader,
  ) {}

  @Allow('vote.cast')
  @Mutation(() => Idea, {
    description: 'Makes this your vote for an idea, in place of an earlier one. The same vote again changes nothing.',
  })
  async vote(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId, value }: VoteInput,
    @Context() context: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Partial<Idea>> {
    return this.answer(ideaId, await this.votes.cast(viewer, ideaId, value), context, info);
  }

  @Allow('vote.cast')
  @Mutation(() => Idea, { description: 'Takes your vote back. Without a vote nothing changes.' })
  async withdrawVote(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId }: IdeaIdInput,
    @Context() context: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Partial<Idea>> {
    return this.answer(ideaId, await this.votes.withdraw(viewer, ideaId), context, info);
  }

  private async answer(
    id: string,
    standing: Standing,
    context: GraphqlContext,
    info: GraphQLResolveInfo,
  ): Promise<Partial<Idea>> {
    if ([...selectionOf(info).keys()].every((field) => KNOWN.has(field))) return { id, ...standing };
    const idea = await this.ideas.of(context).clear(id).load(id);
    return { ...idea, id, ...standing };
  }
}
