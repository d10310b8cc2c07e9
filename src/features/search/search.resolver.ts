import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { Idea } from '../ideas/idea.entity.js';
import { IdeaLoader } from '../ideas/ideas.loader.js';
import { SimilarIdeasArgs } from './similar-ideas.args.js';
import { SimilarIdeasService } from './similar-ideas.service.js';

@Resolver()
export class SearchResolver {
  constructor(
    private readonly similar: SimilarIdeasService,
    private readonly ideas: IdeaLoader,
  ) {}

  @Public()
  @Query(() => [Idea], {
    description:
      'Published ideas of a company that say what somebody is writing, in its language, the most similar first; accents do not count, and single wrong letters in the title hardly. None where nothing is similar enough. RATE_LIMITED beyond 120 a minute.',
  })
  async similarIdeas(
    @CurrentViewer() viewer: Viewer | null,
    @Args() args: SimilarIdeasArgs,
    @Context() context: GraphqlContext,
  ): Promise<Idea[]> {
    const ids = await this.similar.find(viewer, context.req.ip, args);
    const ideas = await Promise.all(ids.map((id) => this.ideas.of(context).load(id)));
    return ideas.filter((idea) => idea !== undefined);
  }
}
