import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { OK, OkPayload } from '../../../shared/graphql/ok.payload.js';
import { SavedRepliesService } from './saved-replies.service.js';
import { SavedReply } from './saved-reply.entity.js';
import {
  CreateSavedReplyInput,
  SavedRepliesArgs,
  SavedReplyInput,
  UpdateSavedReplyInput,
} from './saved-reply.inputs.js';

@Resolver(() => SavedReply)
export class SavedRepliesResolver {
  constructor(private readonly replies: SavedRepliesService) {}

  @Allow('idea.answer')
  @Query(() => [SavedReply], { description: 'The saved replies of a company, most used first; managers only.' })
  savedReplies(@CurrentViewer() viewer: Viewer, @Args() { companyId }: SavedRepliesArgs): Promise<SavedReply[]> {
    return this.replies.list(viewer, companyId);
  }

  @Allow('idea.answer')
  @Mutation(() => SavedReply, { description: 'Keeps a text for answers; a company keeps at most 100.' })
  createSavedReply(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateSavedReplyInput): Promise<SavedReply> {
    return this.replies.create(viewer, input);
  }

  @Allow('idea.answer')
  @Mutation(() => SavedReply, { description: 'Changes a saved reply; what was answered with it stays as it is.' })
  updateSavedReply(@CurrentViewer() viewer: Viewer, @Args('input') input: UpdateSavedReplyInput): Promise<SavedReply> {
    return this.replies.update(viewer, input);
  }

  @Allow('idea.answer')
  @Mutation(() => OkPayload, { description: 'Deletes a saved reply; what was answered with it stays.' })
  async deleteSavedReply(@CurrentViewer() viewer: Viewer, @Args('input') input: SavedReplyInput): Promise<OkPayload> {
    await this.replies.remove(viewer, input.replyId);
    return OK;
  }
}
