import { Args, Info, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import { selectionOf, within } from '../../shared/graphql/selection.js';
import { Idea } from '../ideas/idea.entity.js';
import { LiveService } from './live.service.js';
import { LiveArgs, LiveChange, LiveIdea } from './live.types.js';

/** What every message has. For more, a message would be read once for each subscriber: that is what queries are for. */
const KNOWN = new Set(['__typename', 'id', 'status', 'commentCount', 'upCount', 'downCount', 'score']);

@Resolver(() => LiveIdea)
export class LiveResolver {
  constructor(private readonly live: LiveService) {}

  @Public()
  @Subscription(() => LiveChange, {
    description:
      'What changes in a company while one looks at it. It ends when the viewer may no longer see it, and with their access token.',
    resolve: (change: LiveChange) => change,
  })
  liveChanges(
    @CurrentViewer() viewer: Viewer | null,
    @Args() args: LiveArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AsyncIterable<LiveChange>> {
    const more = [...within(selectionOf(info), 'ideas', 'idea').keys()].filter((field) => !KNOWN.has(field));
    if (more.length > 0) throw beyond(more);
    return this.live.watch(viewer, args);
  }

  @ResolveField(() => Idea, {
    nullable: true,
    description:
      'The idea as it is now; null when it is not public any more, or not to the viewer. Here it has only `id`, `status`, `commentCount`, `upCount`, `downCount` and `score`.',
  })
  idea(@Parent() { seen }: LiveIdea): Partial<Idea> | null {
    return seen;
  }
}

const beyond = (fields: string[]): GraphQLError =>
  new GraphQLError(`Live messages do not have ${fields.join(', ')} of an idea: query for the rest`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
