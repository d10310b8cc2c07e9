import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import { type Connection, toConnection } from '../../shared/graphql/connection.js';
import { Idea } from '../ideas/idea.entity.js';
import { CommentConnection, CommentsArgs } from './comments.input.js';
import { CommentOrder, type CommentRow, CommentsQueries, cursorOf } from './comments.queries.js';

/** What comments add to ideas. */
@Resolver(() => Idea)
export class IdeaCommentsResolver {
  constructor(private readonly queries: CommentsQueries) {}

  @ResolveField(() => CommentConnection, { description: 'Its top-level comments.' })
  async comments(
    @CurrentViewer() viewer: Viewer | null,
    @Parent() { id }: Idea,
    @Args() args: CommentsArgs,
  ): Promise<Connection<CommentRow>> {
    const order = args.order ?? CommentOrder.OLDEST;
    const rows = await this.queries.top(viewer, id, args, order);
    return toConnection(rows, args, cursorOf(order), () => this.queries.countTop(viewer, id));
  }
}
