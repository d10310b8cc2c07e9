import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { AccountErased } from '../accounts/accounts.events.js';
import { CommentsQueries } from './comments.queries.js';

/** What comments do when something happens to accounts. */
@Injectable()
export class CommentsJobs {
  constructor(private readonly queries: CommentsQueries) {}

  /** Mentions are stored with the name that their writer saw. */
  @OnEvent(AccountErased)
  forgetName({ aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.queries.forgetName(tx, aggregateId);
  }
}
