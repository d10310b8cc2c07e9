import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { IdeasModule } from '../ideas/ideas.module.js';
import { AddCommentService } from './add-comment.service.js';
import { AppreciationsService } from './appreciations.service.js';
import { CommentAccess } from './comment-access.service.js';
import { CommentMasking } from './comment-masking.service.js';
import { CommentModeration } from './comment-moderation.service.js';
import { CommentPublishing } from './comment-publishing.service.js';
import { CommentScreening } from './comment-screening.service.js';
import { CommentsJobs } from './comments.jobs.js';
import {
  CommentLoader,
  CommentRevisionsLoader,
  MentionsLoader,
  RepliesLoader,
  ReplyCountLoader,
} from './comments.loader.js';
import { CommentsQueries } from './comments.queries.js';
import { CommentFieldsResolver, CommentsResolver } from './comments.resolver.js';
import { CommentsService } from './comments.service.js';
import { EditCommentService } from './edit-comment.service.js';
import { IdeaCommentsResolver } from './idea-comments.resolver.js';

const LOADERS = [CommentLoader, CommentRevisionsLoader, MentionsLoader, RepliesLoader, ReplyCountLoader];
const USE_CASES = [CommentModeration, CommentMasking, AddCommentService, EditCommentService, AppreciationsService];

@Module({
  imports: [CompaniesModule, IdeasModule],
  providers: [
    CommentsQueries,
    CommentAccess,
    CommentPublishing,
    CommentScreening,
    CommentsService,
    CommentsJobs,
    ...USE_CASES,
    ...LOADERS,
    CommentsResolver,
    CommentFieldsResolver,
    IdeaCommentsResolver,
  ],
  exports: [CommentsService, CommentModeration, CommentMasking, CommentLoader],
})
export class CommentsModule {}
