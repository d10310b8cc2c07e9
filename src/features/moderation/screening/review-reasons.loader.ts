import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { ReviewReason } from './review-reason.entity.js';

/** What screening found, by review, the strongest first. */
@Injectable()
export class ReviewReasonsLoader extends RequestLoader<string, ReviewReason[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, ReviewReason[]>> {
    const rows = await this.database.manager.find(ReviewReason, {
      where: { reviewId: In([...ids]) },
      order: { score: 'DESC', createdAt: 'ASC' },
    });
    return new Map(ids.map((id) => [id, rows.filter(({ reviewId }) => reviewId === id)]));
  }
}
