import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { Answer } from '../answers/answer.entity.js';
import { AttachedFile } from '../../../shared/storage/attached-file.type.js';
import { Coauthor, CoauthorState } from '../coauthors/coauthor.entity.js';
import { Idea } from '../idea.entity.js';
import {
  AnswersLoader,
  AttachmentsLoader,
  CoauthorsLoader,
  RevisionsLoader,
  TimelineLoader,
} from './idea-parts.loaders.js';
import { IdeaRevision } from '../revisions/idea-revision.entity.js';
import { TimelineEntry } from '../timeline/timeline-entry.type.js';

/** What belongs to an idea and has rows of its own; read only where asked for, for all ideas of a request at once. */
@Resolver(() => Idea)
export class IdeaFieldsResolver {
  constructor(
    private readonly coauthorsLoader: CoauthorsLoader,
    private readonly answersLoader: AnswersLoader,
    private readonly attachmentsLoader: AttachmentsLoader,
    private readonly revisionsLoader: RevisionsLoader,
    private readonly timelineLoader: TimelineLoader,
  ) {}

  @ResolveField(() => [Coauthor], {
    description:
      'Who writes it together with its author. Who was only asked, its authors see; who declined, only its author.',
  })
  async coauthors(
    @Parent() idea: Idea,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<Coauthor[]> {
    const all = (await this.coauthorsLoader.of(context).load(idea.id)) ?? [];
    const own = all.find(({ user }) => user.id === viewer?.userId);
    const isAuthor = idea.authorId === viewer?.userId;
    return all.filter(
      (coauthor) =>
        coauthor.state === CoauthorState.ACCEPTED ||
        isAuthor ||
        coauthor === own ||
        (coauthor.state === CoauthorState.INVITED && own?.state === CoauthorState.ACCEPTED),
    );
  }

  @ResolveField(() => Answer, { nullable: true, description: "The company's answer: the pinned one, else the newest." })
  async answer(@Parent() { id }: Idea, @Context() context: GraphqlContext): Promise<Answer | null> {
    const all = (await this.answersLoader.of(context).load(id)) ?? [];
    return all.find(({ pinned }) => pinned) ?? all[0] ?? null;
  }

  @ResolveField(() => [Answer], { description: 'All answers that the company gave, newest first.' })
  async answers(@Parent() { id }: Idea, @Context() context: GraphqlContext): Promise<Answer[]> {
    return (await this.answersLoader.of(context).load(id)) ?? [];
  }

  @ResolveField(() => [AttachedFile], { description: 'Its files, in order.' })
  async attachments(@Parent() { id }: Idea, @Context() context: GraphqlContext): Promise<AttachedFile[]> {
    return (await this.attachmentsLoader.of(context).load(id)) ?? [];
  }

  @ResolveField(() => [IdeaRevision], {
    description:
      'The texts that it had, newest first; at most 100. What was replaced while it waited for a moderator only its authors and moderators read.',
    complexity: 100,
  })
  async revisions(@Parent() { id }: Idea, @Context() context: GraphqlContext): Promise<IdeaRevision[]> {
    return (await this.revisionsLoader.of(context).load(id)) ?? [];
  }

  @ResolveField(() => [TimelineEntry], {
    description: 'What happened to it, oldest first; at most the last 200.',
    complexity: 200,
  })
  async timeline(@Parent() { id }: Idea, @Context() context: GraphqlContext): Promise<TimelineEntry[]> {
    return (await this.timelineLoader.of(context).load(id)) ?? [];
  }
}
