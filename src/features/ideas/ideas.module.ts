import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { AnswerQueueQueries } from './answers/answer-queue.queries.js';
import { AnswerWriter } from './answers/answer-writer.js';
import { AnswersResolver } from './answers/answers.resolver.js';
import { AnswersService } from './answers/answers.service.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { ChallengeCounts } from './parts/challenge-counts.js';
import { CoauthorsResolver } from './coauthors/coauthors.resolver.js';
import { CoauthorsService } from './coauthors/coauthors.service.js';
import { DraftsService } from './drafts/drafts.service.js';
import { CarriedFollows } from './follow/carried-follows.service.js';
import { FollowJobs } from './follow/follow.jobs.js';
import { FollowResolver } from './follow/follow.resolver.js';
import { FollowsService } from './follow/follows.service.js';
import { IdeaFieldsResolver } from './parts/idea-fields.resolver.js';
import {
  AnswersLoader,
  AttachmentsLoader,
  CoauthorsLoader,
  RevisionsLoader,
  TimelineLoader,
} from './parts/idea-parts.loaders.js';
import { MergedIntoLoader } from './parts/merged-into.loader.js';
import { ChallengeIdeasResolver, IdeaPlaceResolver, MergedIdeaResolver } from './parts/idea-place.resolver.js';
import { IdeaScreening } from './submission/idea-screening.service.js';
import { IdeasWriteResolver } from './submission/ideas-write.resolver.js';
import { IdeaLoader } from './ideas.loader.js';
import { IdeaPulseService } from './reading/idea-pulse.service.js';
import { IdeasQueries } from './reading/ideas.queries.js';
import { IdeasResolver } from './ideas.resolver.js';
import { IdeasService } from './ideas.service.js';
import { IdeaMasking } from './moderation/idea-masking.service.js';
import { IdeaMoving } from './moderation/idea-moving.service.js';
import { IdeaModeration } from './moderation/idea-moderation.service.js';
import { IdeaListsQueries } from './lists/idea-lists.queries.js';
import { PersonalListsQueries } from './lists/personal-lists.queries.js';
import { PersonalListsResolver } from './lists/personal-lists.resolver.js';
import { MemberCompaniesLoader, MemberRecordLoader } from './people/members.loader.js';
import { MembersOfUserResolver } from './people/members.resolver.js';
import { EditIdeaService } from './submission/edit-idea.service.js';
import { SubmissionWriter } from './submission/submission-writer.js';
import { SubmitIdeaService } from './submission/submit-idea.service.js';
import { WithdrawIdeaService } from './submission/withdraw-idea.service.js';
import { SavedRepliesResolver } from './replies/saved-replies.resolver.js';
import { SavedRepliesService } from './replies/saved-replies.service.js';
import { IdeaRevisionResolver } from './revisions/idea-revision.resolver.js';
import { VerifyIdeasService } from './verify-ideas.service.js';

const READS = [
  IdeasQueries,
  IdeaListsQueries,
  PersonalListsQueries,
  AnswerQueueQueries,
  IdeaLoader,
  IdeaPulseService,
  ChallengeCounts,
];
const PARTS = [
  CoauthorsLoader,
  AnswersLoader,
  AttachmentsLoader,
  RevisionsLoader,
  TimelineLoader,
  MergedIntoLoader,
  MemberCompaniesLoader,
  MemberRecordLoader,
];
const WRITES = [
  SubmissionWriter,
  IdeaScreening,
  SubmitIdeaService,
  EditIdeaService,
  WithdrawIdeaService,
  IdeaModeration,
  IdeaMasking,
  IdeaMoving,
  CarriedFollows,
  DraftsService,
  AttachmentsService,
  CoauthorsService,
  AnswersService,
  FollowsService,
  FollowJobs,
  AnswerWriter,
  SavedRepliesService,
];
const RESOLVERS = [
  IdeasResolver,
  PersonalListsResolver,
  MembersOfUserResolver,
  IdeasWriteResolver,
  CoauthorsResolver,
  AnswersResolver,
  FollowResolver,
  SavedRepliesResolver,
  IdeaFieldsResolver,
  IdeaRevisionResolver,
  IdeaPlaceResolver,
  MergedIdeaResolver,
  ChallengeIdeasResolver,
];

@Module({
  imports: [CompaniesModule, ChallengesModule],
  providers: [IdeasService, VerifyIdeasService, ...READS, ...PARTS, ...WRITES, ...RESOLVERS],
  exports: [
    IdeasService,
    IdeaModeration,
    IdeaMasking,
    IdeaMoving,
    CarriedFollows,
    FollowsService,
    IdeaLoader,
    IdeaPulseService,
    VerifyIdeasService,
    MemberCompaniesLoader,
  ],
})
export class IdeasModule {}
