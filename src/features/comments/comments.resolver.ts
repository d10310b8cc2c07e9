import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { User } from '../accounts/user.entity.js';
import { Idea } from '../ideas/idea.entity.js';
import { IdeaLoader } from '../ideas/ideas.loader.js';
import { AddCommentService } from './add-comment.service.js';
import { AppreciationsService } from './appreciations.service.js';
import { Comment } from './comment.entity.js';
import { CommentPermissions } from './comment-permissions.type.js';
import { commentPermissions } from './comment.policy.js';
import { CommentRevision } from './comment-revision.entity.js';
import { AddCommentInput, CommentConnection, CommentIdInput, EditCommentInput } from './comments.input.js';
import { CommentRevisionsLoader, MentionsLoader, RepliesLoader } from './comments.loader.js';
import { CommentsService } from './comments.service.js';
import { EditCommentService } from './edit-comment.service.js';

@Resolver(() => Comment)
export class CommentsResolver {
  constructor(
    private readonly comments: CommentsService,
    private readonly adding: AddCommentService,
    private readonly edits: EditCommentService,
    private readonly appreciations: AppreciationsService,
  ) {}

  @Public()
  @Query(() => Comment, { nullable: true, description: 'A comment; NOT_FOUND when the viewer may not see it.' })
  comment(
    @CurrentViewer() viewer: Viewer | null,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<Comment> {
    return this.comments.visible(viewer, id);
  }

  @Allow('comment.write')
  @Mutation(() => Comment, {
    description: 'Comments on an idea, or answers another comment. It may be held for review.',
  })
  addComment(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AddCommentInput,
    @Context() { req }: GraphqlContext,
  ): Promise<Comment> {
    return this.adding.add(viewer, input, req.ip);
  }

  @Allow('comment.write')
  @Mutation(() => Comment, {
    description: 'Changes what your comment says, while comments are open. Earlier versions stay readable.',
  })
  editComment(@CurrentViewer() viewer: Viewer, @Args('input') input: EditCommentInput): Promise<Comment> {
    return this.edits.edit(viewer, input);
  }

  @Allow('account.use')
  @Mutation(() => Comment, { description: 'Takes your comment back. Where it has replies, an empty place stays.' })
  deleteComment(@CurrentViewer() viewer: Viewer, @Args('input') { commentId }: CommentIdInput): Promise<Comment> {
    return this.edits.delete(viewer, commentId);
  }

  @Allow('comment.write')
  @Mutation(() => Comment, { description: 'Says that you appreciate a comment. A second time changes nothing.' })
  appreciateComment(@CurrentViewer() viewer: Viewer, @Args('input') { commentId }: CommentIdInput): Promise<Comment> {
    return this.appreciations.set(viewer, commentId, true);
  }

  @Allow('comment.write')
  @Mutation(() => Comment, { description: 'Takes your appreciation back.' })
  unappreciateComment(@CurrentViewer() viewer: Viewer, @Args('input') { commentId }: CommentIdInput): Promise<Comment> {
    return this.appreciations.set(viewer, commentId, false);
  }
}

/** What of a comment is read apart from it, and only where it is asked for. */
@Resolver(() => Comment)
export class CommentFieldsResolver {
  constructor(
    private readonly replyPages: RepliesLoader,
    private readonly ideas: IdeaLoader,
    private readonly mentioned: MentionsLoader,
    private readonly versions: CommentRevisionsLoader,
  ) {}

  @ResolveField(() => CommentConnection, {
    description: 'All comments below a top-level one, of any depth, oldest first. Empty below the top level.',
  })
  async replies(
    @Parent() { id, rootId, replyCount }: Comment,
    @Args() page: PageArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<Comment>> {
    const none = (): Connection<Comment> =>
      toConnection<Comment>(
        [],
        page,
        () => [],
        () => Promise.resolve(0),
      );
    // held replies are not counted, and only the signed-in can see any
    if (rootId || (replyCount === 0 && !context.req.viewer)) return none();
    const found = await this.replyPages.of(context).load(RepliesLoader.key(id, page.first, page.after));
    return found ?? none();
  }

  @ResolveField(() => Idea, { description: 'The idea it is about.' })
  async idea(@Parent() { ideaId }: Comment, @Context() context: GraphqlContext): Promise<Idea> {
    return (await this.ideas.of(context).load(ideaId))!;
  }

  @ResolveField(() => [User], { description: 'The members whom it mentions.' })
  async mentions(
    @Parent() { id, names }: Comment & { names?: object | null },
    @Context() context: GraphqlContext,
  ): Promise<User[]> {
    return names ? ((await this.mentioned.of(context).load(id)) ?? []) : [];
  }

  @ResolveField(() => [CommentRevision], {
    description: 'The versions of its text that others could read, the oldest first; at most the newest 100.',
    complexity: 100,
  })
  async revisions(@Parent() comment: Comment, @Context() context: GraphqlContext): Promise<CommentRevision[]> {
    const { id, body, createdAt, revisionCount, author, companyId } = comment;
    if (!author) return [];
    const how = { wasPublic: true, wasRead: true };
    if (revisionCount === 1) return [{ commentId: id, number: 1, companyId, body, createdAt, ...how }];
    return (await this.versions.of(context).load(id)) ?? [];
  }

  @ResolveField(() => CommentPermissions, { description: 'What the viewer may do with it now.' })
  async viewerCan(@Parent() comment: Comment, @Context() context: GraphqlContext): Promise<CommentPermissions> {
    const { viewer } = context.req;
    if (!viewer) return { edit: false, delete: false, reply: false, appreciate: false };
    const idea = await this.ideas.of(context).load(comment.ideaId);
    return commentPermissions(comment, viewer.userId, idea?.viewerCan.comment ?? false);
  }
}
