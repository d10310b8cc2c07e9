import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { Connection } from '../../shared/graphql/connection.js';
import { selectionOf, within } from '../../shared/graphql/selection.js';
import { Idea } from './idea.entity.js';
import { ReaderLog } from './reading/reader-log.port.js';
import { IdeasQueries } from './reading/ideas.queries.js';
import { IdeaListsQueries } from './lists/idea-lists.queries.js';
import { IdeaConnection, ListIdeasArgs } from './lists/list-ideas.args.js';

@Resolver(() => Idea)
export class IdeasResolver {
  constructor(
    private readonly queries: IdeasQueries,
    private readonly lists: IdeaListsQueries,
    private readonly readers: ReaderLog,
  ) {}

  @Public()
  @Query(() => Idea, { description: 'An idea; NOT_FOUND when the viewer may not see it.' })
  async idea(
    @CurrentViewer() viewer: Viewer | null,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    const idea = await this.queries.one(viewer, id, selectionOf(info));
    if (viewer) this.readers.note(viewer, idea);
    return idea;
  }

  @Public()
  @Query(() => IdeaConnection, { description: "A company's published ideas." })
  ideas(
    @CurrentViewer() viewer: Viewer | null,
    @Args() args: ListIdeasArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Idea>> {
    return this.lists.list(viewer, args, within(selectionOf(info), 'edges', 'node'));
  }
}
