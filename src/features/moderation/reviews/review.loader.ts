import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Decision } from '../decisions/decision.entity.js';
import { Review } from './review.entity.js';

/** In which review each decision was made, by the decision. For moderators: whoever asks has made sure of that. */
@Injectable()
export class ReviewOfDecisionLoader extends RequestLoader<string, Review> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Review>> {
    const { entities, raw } = await this.database.manager
      .createQueryBuilder(Review, 'r')
      .innerJoin(Decision, 'd', 'd.reviewId = r.id AND d.id = ANY(CAST(:ids AS uuid[]))', { ids })
      .addSelect('d.id', 'decision_id')
      .getRawAndEntities<{ r_id: string; decision_id: string }>();
    const byId = new Map(entities.map((review) => [review.id, review]));
    return new Map(raw.map((row) => [row.decision_id, byId.get(row.r_id)!]));
  }
}
