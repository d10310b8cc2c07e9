import { Args, Context, Info, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { selectionOf } from '../../shared/graphql/selection.js';
import { Idea } from '../ideas/idea.entity.js';
import { IdeaLoader } from '../ideas/ideas.loader.js';
import { LiveService } from './live.service.js';
import { LiveArgs, LiveChange, LiveIdea } from './live.types.js';

/** What every message has: nothing is read for the one subscriber when nothing more is asked. */
const KNOWN = new Set(['__typename', 'id', 'status', 'commentCount', 'upCount', 'downCount', 'score']);

@Resolver(() => LiveIdea)
export class LiveResolver {
  constructor(
    private readonly live: LiveService,
    private readonly ideas: IdeaLoader,
  ) {}

  @Public()
  @Subscription(() => LiveChange, {
    description:
      'What changes in a company while one looks at it. It ends when the viewer may no longer see it, and with their access token.',
    resolve: (change: LiveChange, _args: unknown, { loaders }: GraphqlContext) => {
      // what was read for the message before is old
      loaders.clear();
      return change;
    },
  })
  liveChanges(@CurrentViewer() viewer: Viewer | null, @Args() args: LiveArgs): Promise<AsyncIterable<LiveChange>> {
    return this.live.watch(viewer, args);
  }

  @ResolveField(() => Idea, {
    nullable: true,
    description: 'The idea as it is now; null when it is not public any more, or not to the viewer.',
  })
  async idea(
    @Parent() { ideaId, seen }: LiveIdea,
    @Context() context: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Partial<Idea> | null> {
    if (!seen || [...selectionOf(info).keys()].every((field) => KNOWN.has(field))) return seen;
    return (await this.ideas.of(context).load(ideaId)) ?? null;
  }
}
