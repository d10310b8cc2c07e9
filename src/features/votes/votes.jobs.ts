import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { CoauthorJoined } from '../ideas/ideas.events.js';
import { VotesService } from './votes.service.js';

/** What votes do when something happens to ideas. */
@Injectable()
export class VotesJobs {
  constructor(private readonly votes: VotesService) {}

  /** Who becomes an author of an idea no longer votes for it. */
  @OnEvent(CoauthorJoined)
  dropVote({ aggregateId, payload }: StoredEvent<{ userId: string }>, tx: Transaction): Promise<void> {
    return this.votes.drop(tx, aggregateId, payload.userId);
  }
}
