import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { selectionOf } from '../../shared/graphql/selection.js';
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
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea[]> {
    const ids = await this.similar.find(viewer, context.req.ip, args);
    return ids.length > 0 ? this.ideas.list(viewer, ids, selectionOf(info)) : [];
  }
}
