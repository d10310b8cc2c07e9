import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../shared/database/database.js';
import { type Appreciated, CommentFacts } from './comment-facts.service.js';
import { FlagFacts } from './flag-facts.service.js';
import { IdeaFacts } from './idea-facts.service.js';
import { SettlementService } from './settlement.service.js';

/** Settles what ideas, comments and reports have earned, each by what is so of it. */
@Injectable()
export class Settling {
  constructor(
    private readonly settlement: SettlementService,
    private readonly ideaFacts: IdeaFacts,
    private readonly commentFacts: CommentFacts,
    private readonly flagFacts: FlagFacts,
  ) {}

  ideas(tx: Transaction, ids: string[], eventId?: string): Promise<void> {
    return this.settlement.settle(tx, ids, (now) => this.ideaFacts.find(tx, ids, now), eventId);
  }

  async comments(tx: Transaction, asked: Appreciated[], eventId?: string): Promise<void> {
    const ids = asked.map(({ commentId }) => commentId);
    const places = await this.commentFacts.places(tx, ids);
    await this.settlement.settle(tx, places, (now) => this.commentFacts.find(tx, asked, now), eventId);
  }

  async flags(tx: Transaction, ids: string[], eventId?: string): Promise<void> {
    const places = await this.flagFacts.places(tx, ids);
    await this.settlement.settle(tx, places, (now) => this.flagFacts.find(tx, ids, now), eventId);
  }
}
