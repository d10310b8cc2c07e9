import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import {
  IdeaEdited,
  IdeaHidden,
  IdeaMasked,
  IdeaMerged,
  IdeaPublished,
  IdeaRejected,
  IdeaRestored,
  IdeaWithdrawn,
} from '../ideas/ideas.events.js';
import { IdeaIndexService } from './idea-index.service.js';

/** What the search does when something happens to ideas. */
@Injectable()
export class SearchJobs {
  constructor(private readonly ideas: IdeaIndexService) {}

  @OnEvent(IdeaPublished, IdeaEdited, IdeaWithdrawn, IdeaRejected, IdeaHidden, IdeaRestored, IdeaMasked, IdeaMerged)
  index({ aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.ideas.index(tx, aggregateId);
  }
}
