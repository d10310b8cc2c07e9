import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { AccountErased } from '../../accounts/accounts.events.js';
import { CoauthorJoined } from '../ideas.events.js';
import { FollowsService } from './follows.service.js';

/** What following does when something happens to authors and accounts. */
@Injectable()
export class FollowJobs {
  constructor(private readonly follows: FollowsService) {}

  @OnEvent(CoauthorJoined)
  follow({ companyId, aggregateId, payload }: StoredEvent<{ userId: string }>, tx: Transaction): Promise<void> {
    return this.follows.followAsAuthor(tx, companyId!, aggregateId, payload.userId);
  }

  @OnEvent(AccountErased)
  forget({ aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.follows.forget(tx, aggregateId);
  }
}
