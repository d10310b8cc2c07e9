import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { AccountErased } from '../accounts/accounts.events.js';
import { FollowsService } from '../ideas/follow/follows.service.js';
import { CommentPublished } from './comments.events.js';
import { CommentsQueries } from './comments.queries.js';

/** What follows from comments, and what they do when something happens to accounts. */
@Injectable()
export class CommentsJobs {
  constructor(
    private readonly queries: CommentsQueries,
    private readonly follows: FollowsService,
  ) {}

  /** Who talks about an idea wants to hear of it. */
  @OnEvent(CommentPublished)
  follow({ companyId, aggregateId, payload }: StoredEvent<{ authorId: string }>, tx: Transaction): Promise<void> {
    return this.follows.followAsCommenter(tx, companyId!, aggregateId, payload.authorId);
  }

  /** Mentions are stored with the name that their writer saw. */
  @OnEvent(AccountErased)
  forgetName({ aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.queries.forgetName(tx, aggregateId);
  }
}
