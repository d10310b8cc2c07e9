import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { IdeaIdInput } from '../../../shared/graphql/idea-id.input.js';
import { OK, OkPayload } from '../../../shared/graphql/ok.payload.js';
import { selectionOf } from '../../../shared/graphql/selection.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { Idea } from '../idea.entity.js';
import { IdeasQueries } from '../reading/ideas.queries.js';
import { EditIdeaService } from './edit-idea.service.js';
import { EditIdeaInput, IdeaVersionInput, SaveIdeaDraftInput, SubmitIdeaInput } from './idea.inputs.js';
import { SubmitIdeaService } from './submit-idea.service.js';
import { WithdrawIdeaService } from './withdraw-idea.service.js';

/** Each edit keeps the text before for good. */
const EDITS = { name: 'edit-idea', points: 60, seconds: 3600 };

@Resolver(() => Idea)
export class IdeasWriteResolver {
  constructor(
    private readonly queries: IdeasQueries,
    private readonly drafts: DraftsService,
    private readonly submission: SubmitIdeaService,
    private readonly edits: EditIdeaService,
    private readonly withdrawal: WithdrawIdeaService,
    private readonly limits: RateLimits,
  ) {}

  @Allow('idea.write')
  @Mutation(() => Idea, { description: 'Saves a draft; at most 20 per person and company.' })
  async saveIdeaDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SaveIdeaDraftInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    return this.queries.one(viewer, await this.drafts.save(viewer, input), selectionOf(info));
  }

  @Allow('idea.write')
  @Mutation(() => OkPayload, { description: 'Deletes a draft for good.' })
  async deleteIdeaDraft(@CurrentViewer() viewer: Viewer, @Args('input') { ideaId }: IdeaIdInput): Promise<OkPayload> {
    await this.drafts.delete(viewer, ideaId);
    return OK;
  }

  @Allow('idea.write')
  @Mutation(() => Idea, { description: 'Submits a draft or a new idea: it is published, or held for review.' })
  async submitIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SubmitIdeaInput,
    @Context() { req }: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    return this.queries.one(viewer, await this.submission.submit(viewer, input, req.ip), selectionOf(info));
  }

  @Allow('idea.write')
  @Mutation(() => Idea, { description: 'Changes a submitted idea; the texts before are kept.' })
  async editIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: EditIdeaInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    await this.limits.take(EDITS, viewer.userId);
    return this.queries.one(viewer, await this.edits.edit(viewer, input), selectionOf(info));
  }

  @Allow('idea.write')
  @Mutation(() => Idea, { description: 'Takes an idea back, as long as the company has not decided about it.' })
  async withdrawIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ideaId, version }: IdeaVersionInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    await this.withdrawal.withdraw(viewer, ideaId, version);
    return this.queries.one(viewer, ideaId, selectionOf(info));
  }
}
