import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { Comment, CommentVisibility } from '../../comments/comment.entity.js';
import { ModerationTrace } from './trace.type.js';
import { CommentTraceLoader, TracesQueries } from './traces.queries.js';

const { PUBLISHED, DELETED } = CommentVisibility;

/** What is left in the place of what was taken away. */
@Resolver(() => Comment)
export class TracesResolver {
  constructor(
    private readonly queries: TracesQueries,
    private readonly loader: CommentTraceLoader,
  ) {}

  @Public()
  @Query(() => ModerationTrace, {
    nullable: true,
    description: 'What was decided about an idea that is hidden, removed or locked; null where nothing was.',
  })
  moderationTrace(
    @CurrentViewer() viewer: Viewer | null,
    @Args('ideaId', { type: () => ID, description: 'The idea.' }) ideaId: string,
  ): Promise<ModerationTrace | null> {
    return this.queries.ofIdea(viewer, ideaId);
  }

  @ResolveField('moderationTrace', () => ModerationTrace, {
    nullable: true,
    description: 'Why it is not there; of what was never public, for its author alone. Null where nothing was decided.',
  })
  async ofComment(
    @Parent() { id, visibility }: Comment,
    @Context() context: GraphqlContext,
  ): Promise<ModerationTrace | null> {
    if (visibility === PUBLISHED || visibility === DELETED) return null;
    return (await this.loader.of(context).load(id)) ?? null;
  }
}
